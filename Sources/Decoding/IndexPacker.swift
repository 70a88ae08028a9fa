/// Writes the tables of an index, entry by entry.
struct IndexPacker {
  private var texts: [UInt8] = []
  private var entries: [[Int]] = []
  private var signatures: [[Int]] = []
  private var patterns: [(fields: [Int], signature: Signature)] = []
  private var mostParts = 1

  mutating func append(_ entry: IndexedEntry, bytes: Range<Int>) {
    let code = entry.code.map { place(of: $0) }
    entries.append(
      place(of: entry.slug) + place(of: entry.url) + place(of: entry.title) + [code?[0] ?? 0, code.map { $0[1] + 1 } ?? 0]
        + place(of: entry.aliases.joined(separator: "\n")) + [entry.role.rank, bytes.lowerBound, bytes.upperBound, signatures.count])
    for (number, signature) in entry.signatures.enumerated() {
      signatures.append(
        [entries.count - 1, number, patterns.count, signature.lines.count, signature.unless.count, signature.weight])
      mostParts = max(mostParts, signature.lines.count)
      for (part, pattern) in (signature.lines + signature.unless).enumerated() {
        patterns.append(([signatures.count - 1, part] + place(of: pattern.text) + [pattern.weight], pattern))
      }
    }
  }

  /// The tables of everything appended.
  func packed(site: IndexedSite) -> [UInt8] {
    var packer = self
    let siteFields =
      packer.place(of: site.title)
      + (site.url.map { url in
        let place = packer.place(of: url)
        return [place[0], place[1] + 1]
      } ?? [0, 0]) + packer.place(of: site.content)
    return packer.write(siteFields: siteFields)
  }

  private mutating func write(siteFields: [Int]) -> [UInt8] {
    let chooser = GramChooser(patterns.map(\.signature))
    var grams: [(pattern: Int, gram: Gram)] = []
    var ungrammed: [[Int]] = []
    for (index, pattern) in patterns.enumerated() {
      let own = chooser.grams(of: pattern.signature)
      if own.isEmpty { ungrammed.append([index] + place(of: String(String.UnicodeScalarView(GramChooser.needle(of: pattern.signature))))) }
      grams += own.map { (index, $0) }
    }
    grams += LevelWord.grams.enumerated().map { (patterns.count + $0, $1) }
    let power = GramTable.filterPower(for: grams.count)
    var filter = Array(repeating: false, count: 1 << power)
    for (_, gram) in grams { filter[GramTable.bit(of: gram.key, power: power)] = true }
    // Sorted by bucket, then in the order of patterns.
    let bucket = { (gram: Gram) in GramTable.bit(of: gram.key, power: power) >> GramTable.bucketShift }
    let sorted = grams.enumerated().sorted { (bucket($0.element.gram), $0.offset) < (bucket($1.element.gram), $1.offset) }.map(\.element)
    let gramRecords = sorted.map { pattern, gram in
      [Self.sevenBitsEach(gram.key), pattern] + place(of: String(String.UnicodeScalarView(gram.literal)))
        + [String(String.UnicodeScalarView(gram.literal[..<gram.offset])).utf8.count]
    }
    let (literals, joints) = jointRecords()
    let jointBucketCount = GramTable.powerOfTwo(above: joints.count)
    let jointBucket = { (joint: [Int]) in joint[0] & (jointBucketCount - 1) }
    let sortedJoints = joints.enumerated().sorted { (jointBucket($0.element), $0.offset) < (jointBucket($1.element), $1.offset) }.map(
      \.element)
    var writer = PackedWriter()
    writer.append(
      [entries.count, signatures.count, patterns.count, sorted.count, power, ungrammed.count, nearby * (mostParts - 1) + 1] + siteFields
        + [literals.count, joints.count, jointBucketCount + 1])
    for record in entries + signatures + patterns.map(\.fields) + gramRecords { writer.append(record) }
    writer.append(bucketStarts(of: sorted.map { bucket($0.gram) }, count: 1 << (power - GramTable.bucketShift)))
    for record in ungrammed + literals + sortedJoints { writer.append(record) }
    writer.append(bucketStarts(of: sortedJoints.map(jointBucket), count: jointBucketCount))
    writer.append(bits: filter)
    return writer.bytes + texts + PackedWriter.padding
  }

  /// The literals, and each place where one may be broken over two lines.
  private mutating func jointRecords() -> (literals: [[Int]], joints: [[Int]]) {
    var literals: [[Int]] = []
    var joints: [[Int]] = []
    for (pattern, signature) in patterns.map(\.signature).enumerated() {
      for literal in signature.literals {
        let breaks = Joint.breaks(in: literal)
        guard !breaks.isEmpty else { continue }
        joints += breaks.map { [Int($0.key), literals.count, $0.index] }
        literals.append([pattern] + place(of: String(String.UnicodeScalarView(literal))))
      }
    }
    return (literals, joints)
  }

  /// A gram's four bytes, all ASCII, as a number that can be packed.
  static func sevenBitsEach(_ gram: UInt32) -> Int {
    Int(gram & 0x7F | gram >> 1 & 0x3F80 | gram >> 2 & 0x1F_C000 | gram >> 3 & 0xFE0_0000)
  }

  private func bucketStarts(of buckets: [Int], count: Int) -> [Int] {
    var starts = Array(repeating: 0, count: count + 1)
    for bucket in buckets { starts[bucket + 1] += 1 }
    for index in 1...count { starts[index] += starts[index - 1] }
    return starts
  }

  private mutating func place(of text: String) -> [Int] {
    let start = texts.count
    texts += text.utf8
    return [start, texts.count - start]
  }
}
