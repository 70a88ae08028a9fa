/// A table of records of packed numbers.
struct PackedTable {
  let start: Int
  let count: Int
  /// Numbers in a record.
  let fields: Int

  func record(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> PackedRecord {
    PackedRecord(bytes: bytes, start: start + index * fields * PackedWriter.width)
  }
}

/// One record: called with a field's number, it gives the field.
struct PackedRecord {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int

  func callAsFunction(_ field: Int) -> Int { bytes.packedNumber(at: start + field * PackedWriter.width) }
}

/// Where the parts of packed tables stand; `IndexPacker` writes them in this order.
struct IndexLayout {
  /// slug, url, title (offset and length each), code (offset, length + 1; 0 for none), aliases, role, start and end in the JSON, first signature.
  let entries: PackedTable
  /// entry, number in the entry, first pattern, count of `lines`, count of `unless`, weight.
  let signatures: PackedTable
  /// signature, part, source (offset and length), weight.
  let patterns: PackedTable
  /// pattern, literal (offset and length), offset of the gram in it.
  let grams: PackedTable
  /// pattern, text (offset and length).
  let literals: PackedTable
  /// key, literal, index in it; sorted by bucket.
  let joints: PackedTable
  /// The first joint of each bucket, and the end of the last; a power of two of them, and one.
  let jointBuckets: PackedTable
  /// Where a filter of joints begins: four bits in a character, lowest first, as many in all as a power of two.
  let jointFilter: Int
  let jointFilterMask: Int
  /// Patterns without a gram: pattern, needle (offset and length).
  let ungrammed: PackedTable
  /// How many lines behind its first line a hit can end.
  let reach: Int
  let texts: Int
  private let siteFields: [Int]

  static let fieldCounts = (entries: 14, signatures: 6, patterns: 5, grams: 4)
  static let headerCount = 15
  /// Of the filter, for each bucket of joints.
  static let bitsPerJoint = 8

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let header = PackedRecord(bytes: bytes, start: 0)
    var position = Self.headerCount * PackedWriter.width
    func table(_ count: Int, fields: Int) -> PackedTable {
      defer { position += count * fields * PackedWriter.width }
      return PackedTable(start: position, count: count, fields: fields)
    }
    entries = table(header(0), fields: Self.fieldCounts.entries)
    signatures = table(header(1), fields: Self.fieldCounts.signatures)
    patterns = table(header(2), fields: Self.fieldCounts.patterns)
    grams = table(header(3), fields: Self.fieldCounts.grams)
    ungrammed = table(header(4), fields: 3)
    reach = header(5)
    literals = table(header(12), fields: 3)
    joints = table(header(13), fields: 3)
    jointBuckets = table(header(14), fields: 1)
    jointFilter = position
    jointFilterMask = header(14) == 0 ? 0 : (header(14) - 1) * Self.bitsPerJoint - 1
    texts = position + (jointFilterMask + 1) / 4
    siteFields = (6..<12).map { header($0) }
  }

  func site(in buffer: ByteBuffer) -> IndexedSite {
    let text = { (field: Int) in buffer.text((texts + siteFields[field])..<(texts + siteFields[field] + siteFields[field + 1])) }
    let url = siteFields[3] == 0 ? nil : buffer.text((texts + siteFields[2])..<(texts + siteFields[2] + siteFields[3] - 1))
    return IndexedSite(title: text(0), url: url, content: text(4))
  }
}
