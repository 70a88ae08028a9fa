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
    var gramRecords: [[Int]] = []
    var ungrammed: [[Int]] = []
    for (index, pattern) in patterns.enumerated() {
      let own = chooser.grams(of: pattern.signature)
      if own.isEmpty { ungrammed.append([index] + place(of: GramChooser.needle(of: pattern.signature))) }
      gramRecords += own.map { record(of: $0, pattern: index) }
    }
    gramRecords += LevelWord.grams.enumerated().map { record(of: $1, pattern: patterns.count + $0) }
    let (literals, joints) = jointRecords()
    let jointBucketCount = Self.powerOfTwo(above: joints.count)
    let jointBucket = { (joint: [Int]) in joint[0] & (jointBucketCount - 1) }
    let jointStarts = bucketStarts(of: joints.map(jointBucket), count: jointBucketCount)
    // By bucket, in the order of the patterns.
    var sortedJoints = joints
    var next = jointStarts
    for joint in joints {
      let bucket = jointBucket(joint)
      sortedJoints[next[bucket]] = joint
      next[bucket] += 1
    }
    var writer = PackedWriter()
    writer.append(
      [entries.count, signatures.count, patterns.count, gramRecords.count, ungrammed.count, nearby * (mostParts - 1) + 1] + siteFields
        + [literals.count, joints.count, jointBucketCount + 1])
    for record in entries + signatures + patterns.map(\.fields) + gramRecords { writer.append(record) }
    for record in ungrammed + literals + sortedJoints { writer.append(record) }
    writer.append(jointStarts)
    writer.append(bits: bits(of: joints.map { $0[0] }, count: jointBucketCount * IndexLayout.bitsPerJoint))
    return writer.bytes + texts + PackedWriter.padding
  }

  /// The literals and alternatives, and each place where one may be broken over two lines.
  private mutating func jointRecords() -> (literals: [[Int]], joints: [[Int]]) {
    var literals: [[Int]] = []
    var joints: [[Int]] = []
    for (pattern, signature) in patterns.map(\.signature).enumerated() {
      for (literal, isLast) in signature.breakables {
        let breaks = Joint.breaks(in: literal, isLast: isLast)
        guard !breaks.isEmpty else { continue }
        joints += breaks.map { [Int($0.key), literals.count, $0.index] }
        literals.append([pattern] + place(of: String(String.UnicodeScalarView(literal))))
      }
    }
    return (literals, joints)
  }

  private mutating func record(of gram: Gram, pattern: Int) -> [Int] {
    [pattern] + place(of: gram.literal) + [gram.offset]
  }

  /// The least power of two that is no smaller than a number, and at least 16.
  private static func powerOfTwo(above count: Int) -> Int {
    var power = 16
    while power < count { power *= 2 }
    return power
  }

  private func bits(of numbers: [Int], count: Int) -> [Bool] {
    var bits = Array(repeating: false, count: count)
    for number in numbers {
      let (first, second) = Joint.filterBits(of: number, mask: count - 1)
      bits[first] = true
      bits[second] = true
    }
    return bits
  }

  private func bucketStarts(of buckets: [Int], count: Int) -> [Int] {
    var starts = Array(repeating: 0, count: count + 1)
    for bucket in buckets { starts[bucket + 1] += 1 }
    for index in 1...count { starts[index] += starts[index - 1] }
    return starts
  }

  private mutating func place(of text: String) -> [Int] { place(of: Array(text.utf8)) }

  private mutating func place(of text: [UInt8]) -> [Int] {
    let start = texts.count
    texts += text
    return [start, texts.count - start]
  }
}
