/// Writes the tables of an index, entry by entry.
struct IndexPacker {
  /// Records of numbers, one behind the other: a list for each would cost more than what is done with it.
  private struct Records {
    private(set) var numbers: [Int] = []
    private(set) var count = 0

    mutating func append(_ fields: Int...) {
      numbers += fields
      count += 1
    }
  }

  /// Where a text stands among the texts.
  private typealias Place = (start: Int, length: Int)

  private var texts: [UInt8] = []
  private var entries = Records()
  private var signatures = Records()
  private var patterns = Records()
  private var patternSignatures: [Signature] = []
  private var mostParts = 1

  mutating func append(_ entry: IndexedEntry, bytes: Range<Int>) {
    let code = place(ofOptional: entry.code)
    let (slug, url, title) = (place(of: entry.slug), place(of: entry.url), place(of: entry.title))
    let aliases = place(of: entry.aliases.joined(separator: "\n"))
    entries.append(
      slug.start, slug.length, url.start, url.length, title.start, title.length, code.start, code.length, aliases.start, aliases.length,
      entry.role.rank, bytes.lowerBound, bytes.upperBound, signatures.count)
    for (number, signature) in entry.signatures.enumerated() {
      signatures.append(
        entries.count - 1, number, patterns.count, signature.lines.count, signature.unless.count, signature.weight)
      mostParts = max(mostParts, signature.lines.count)
      for (part, pattern) in (signature.lines + signature.unless).enumerated() {
        let source = place(of: pattern.text)
        patterns.append(signatures.count - 1, part, source.start, source.length, pattern.weight)
        patternSignatures.append(pattern)
      }
    }
  }

  /// The tables of everything appended, after which nothing more can be.
  ///
  /// - Parameter perform: Looks at patterns side by side; the tables are the same without it.
  mutating func pack(site: IndexedSite, perform: DecodingSession.Performer? = nil) -> [UInt8] {
    let (title, url, content) = (place(of: site.title), place(ofOptional: site.url), place(of: site.content))
    return write(siteFields: [title.start, title.length, url.start, url.length, content.start, content.length], perform: perform)
  }

  private mutating func write(siteFields: [Int], perform: DecodingSession.Performer?) -> [UInt8] {
    let chooser = GramChooser(patternSignatures, perform: perform)
    var grams = Records()
    var ungrammed = Records()
    let chosen = Portions.map(patternSignatures, perform: perform, chooser.grams)
    for (index, (pattern, own)) in zip(patternSignatures, chosen).enumerated() {
      if own.isEmpty {
        let needle = place(of: GramChooser.needle(of: pattern))
        ungrammed.append(index, needle.start, needle.length)
      }
      for gram in own { append(gram, pattern: index, to: &grams) }
    }
    for (index, gram) in LevelWord.grams.enumerated() { append(gram, pattern: patterns.count + index, to: &grams) }
    let (literals, joints) = jointRecords(perform: perform)
    let bucketCount = Self.powerOfTwo(above: joints.count)
    let bucketStarts = bucketStarts(of: joints, count: bucketCount)
    let recordCount = [entries, signatures, patterns, grams, ungrammed, literals].reduce(0) { $0 + $1.numbers.count }
    var writer = PackedWriter(capacity: PackedWriter.width * (recordCount + 3 * joints.count + 2 * bucketCount) + texts.count)
    writer.append(
      [entries.count, signatures.count, patterns.count, grams.count, ungrammed.count, nearby * (mostParts - 1) + 1] + siteFields
        + [literals.count, joints.count, bucketCount + 1])
    for records in [entries, signatures, patterns, grams, ungrammed, literals] { writer.append(records.numbers) }
    // By bucket, in the order of the patterns.
    var sorted = Array(repeating: 0, count: 3 * joints.count)
    var next = bucketStarts
    for joint in joints {
      let bucket = joint.bucket(of: bucketCount)
      let place = 3 * next[bucket]
      next[bucket] += 1
      (sorted[place], sorted[place + 1], sorted[place + 2]) = (Int(joint.key), Int(joint.literal), Int(joint.index))
    }
    writer.append(sorted)
    writer.append(bucketStarts)
    writer.append(bits: bits(of: joints, count: bucketCount * IndexLayout.bitsPerJoint))
    writer.append(text: texts)
    return writer.bytes
  }

  /// A place where a literal may be broken over two lines.
  private struct JointRecord {
    let key: UInt32
    /// The number of the literal.
    let literal: UInt32
    let index: UInt32

    /// - Parameter count: Of the buckets; a power of two.
    func bucket(of count: Int) -> Int { Int(key) & (count - 1) }
  }

  /// The literals and alternatives, and each place where one may be broken over two lines.
  private mutating func jointRecords(perform: DecodingSession.Performer?) -> (literals: Records, joints: [JointRecord]) {
    let found = Portions.map(patternSignatures, perform: perform) { signature in
      signature.breakables.map { (text: String(scalars: $0.text), breaks: Joint.breaks(in: $0.text, isLast: $0.isLast)) }
    }
    var literals = Records()
    var joints: [JointRecord] = []
    for (pattern, parts) in found.enumerated() {
      for part in parts where !part.breaks.isEmpty {
        for place in part.breaks { joints.append(JointRecord(key: place.key, literal: UInt32(literals.count), index: UInt32(place.index))) }
        let text = place(of: part.text)
        literals.append(pattern, text.start, text.length)
      }
    }
    return (literals, joints)
  }

  private mutating func append(_ gram: Gram, pattern: Int, to grams: inout Records) {
    let literal = place(of: gram.literal)
    grams.append(pattern, literal.start, literal.length, gram.offset)
  }

  /// The least power of two that is no smaller than a number, and at least 16.
  private static func powerOfTwo(above count: Int) -> Int {
    var power = 16
    while power < count { power *= 2 }
    return power
  }

  private func bits(of joints: [JointRecord], count: Int) -> [Bool] {
    var bits = Array(repeating: false, count: count)
    for joint in joints {
      let (first, second) = Joint.filterBits(of: Int(joint.key), mask: count - 1)
      bits[first] = true
      bits[second] = true
    }
    return bits
  }

  private func bucketStarts(of joints: [JointRecord], count: Int) -> [Int] {
    var starts = Array(repeating: 0, count: count + 1)
    for joint in joints { starts[joint.bucket(of: count) + 1] += 1 }
    for index in 1...count { starts[index] += starts[index - 1] }
    return starts
  }

  private mutating func place(of text: String) -> Place { place(of: text.utf8) }

  /// Of what may be missing the length is one more, and 0 for nothing.
  private mutating func place(ofOptional text: String?) -> Place {
    guard let text else { return (0, 0) }
    let place = place(of: text)
    return (place.start, place.length + 1)
  }

  private mutating func place(of text: some Collection<UInt8>) -> Place {
    let start = texts.count
    texts += text
    return (start, texts.count - start)
  }
}
