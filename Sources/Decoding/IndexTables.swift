/// What a scan needs of an index, and where each entry stands in its JSON: made from `index.json` and nothing else.
///
/// `decode` carries both. The tables are read where they stand: nothing is parsed before a text asks for it, however large the index.
public final class IndexTables: Sendable {
  /// An entry's names, and its bytes in the JSON.
  public struct Row: Sendable, Equatable {
    public let slug: String
    public let url: String
    public let title: String
    public let code: String?
    public let aliases: [String]
    public let role: Role
    public let bytes: Range<Int>
  }

  /// A pattern's place: the signature it is part of, and which part; behind the parts of `lines` come those of `unless`.
  struct PatternPlace {
    let signature: Int
    let part: Int
    let weight: Int
  }

  /// A signature's entry, its number among the entry's signatures, and its patterns.
  struct SignaturePlace {
    let entry: Int
    let number: Int
    let patterns: Range<Int>
    /// How many of the patterns must match one after another; the others veto.
    let lineCount: Int
    let weight: Int
  }

  public let site: IndexedSite
  let buffer: ByteBuffer
  let layout: IndexLayout

  var bytes: UnsafeBufferPointer<UInt8> { buffer.bytes }

  /// - Throws: `IndexFailure`, as `SearchIndex(json:)` does.
  /// - Complexity: O(n) in the bytes.
  public convenience init(json: [UInt8]) throws(IndexFailure) {
    var packer = IndexPacker()
    let site = try SearchIndex.scan(json) { scanner throws(JSONScanner.Failure) in
      let start = scanner.position
      let entry = try IndexedEntry(from: &scanner)
      packer.append(entry, bytes: start..<scanner.position)
    }
    self.init(buffer: ByteBuffer(copying: packer.pack(site: site)))
  }

  /// The tables of an index in memory: the rows name no bytes, as there is no JSON.
  convenience init(_ index: SearchIndex, perform: DecodingSession.Performer? = nil) {
    var packer = IndexPacker()
    for entry in index.entries { packer.append(entry, bytes: 0..<0) }
    self.init(buffer: ByteBuffer(copying: packer.pack(site: index.site, perform: perform)))
  }

  /// Tables that `encoded` gave, in a literal: nothing is copied.
  public convenience init(embedded: StaticString) { self.init(buffer: ByteBuffer(embedded)) }

  private init(buffer: ByteBuffer) {
    self.buffer = buffer
    layout = IndexLayout(buffer.bytes)
    site = layout.site(in: buffer)
  }

  /// The tables as one text of printable characters, for the generated source.
  public var encoded: [UInt8] { Array(bytes) }

  // MARK: Entries

  /// How many entries there are.
  public var count: Int { layout.entries.count }

  /// Sorted by slug, as in the index.
  public var rows: [Row] { (0..<count).map(row) }

  public func row(_ index: Int) -> Row {
    let record = layout.entries.record(index, in: bytes)
    return Row(
      slug: slug(of: index), url: text(record, 2), title: text(record, 4), code: record(7) == 0 ? nil : text(record, 6, lengthPlus: 1),
      aliases: text(record, 8).split(separator: "\n").map(String.init), role: role(of: index), bytes: record(11)..<record(12))
  }

  func slug(of index: Int) -> String { text(layout.entries.record(index, in: bytes), 0) }

  func role(of index: Int) -> Role { Role.allCases[layout.entries.record(index, in: bytes)(10)] }

  /// The entries whose slug is a name, else those that have it as code or alias; ASCII letters in any case.
  ///
  /// - Complexity: O(n) in the names' bytes.
  func entries(named name: String) -> [Int] {
    let wanted = Array(name.utf8.map(\.folded))
    func isWanted(_ range: Range<Int>) -> Bool { range.count == wanted.count && bytes[range].lazy.map(\.folded).elementsEqual(wanted) }
    func isListed(_ range: Range<Int>) -> Bool {
      let aliases: [Slice<UnsafeBufferPointer<UInt8>>] = bytes[range].split(separator: 0x0A)
      return aliases.contains { isWanted($0.indices) }
    }
    let slugs = (0..<count).filter { isWanted(range(layout.entries.record($0, in: bytes), 0)) }
    guard slugs.isEmpty else { return slugs }
    return (0..<count).filter { index in
      let record = layout.entries.record(index, in: bytes)
      if record(7) > 0, isWanted(range(record, 6, lengthPlus: 1)) { return true }
      return isListed(range(record, 8))
    }
  }

  // MARK: Signatures

  func place(ofPattern index: Int) -> PatternPlace {
    let record = layout.patterns.record(index, in: bytes)
    return PatternPlace(signature: record(0), part: record(1), weight: record(4))
  }

  func place(ofSignature index: Int) -> SignaturePlace {
    let record = layout.signatures.record(index, in: bytes)
    return SignaturePlace(
      entry: record(0), number: record(1), patterns: record(2)..<(record(2) + record(3) + record(4)), lineCount: record(3),
      weight: record(5))
  }

  /// The source of a pattern.
  func source(ofPattern index: Int) -> String { text(layout.patterns.record(index, in: bytes), 2) }

  /// The bytes of a pattern's source, which live as long as the tables.
  func sourceBytes(ofPattern index: Int) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range(layout.patterns.record(index, in: bytes), 2)] }

  /// The patterns of a signature, in the order written, one a line; those that veto are left out.
  func source(ofSignature number: Int, entry: Int) -> String {
    let signature = place(ofSignature: layout.entries.record(entry, in: bytes)(13) + number)
    return signature.patterns.prefix(signature.lineCount).map(source(ofPattern:)).joined(separator: "\n")
  }

  /// Patterns without a gram, each with a shorter text that a line must hold; that may be empty.
  var ungrammedPatterns: [(pattern: Int, needle: [UInt8])] {
    (0..<layout.ungrammed.count).map { index in
      let record = layout.ungrammed.record(index, in: bytes)
      return (record(0), Array(bytes[range(record, 1)]))
    }
  }

  // MARK: Texts

  private func range(_ record: PackedRecord, _ field: Int, lengthPlus extra: Int = 0) -> Range<Int> {
    let start = layout.texts + record(field)
    return start..<(start + record(field + 1) - extra)
  }

  private func text(_ record: PackedRecord, _ field: Int, lengthPlus extra: Int = 0) -> String {
    buffer.text(range(record, field, lengthPlus: extra))
  }
}
