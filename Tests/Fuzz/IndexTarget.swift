#if canImport(Decoding)
  @testable import Decoding
#endif

/// Any bytes as an index: read by both readers alike, or refused.
enum IndexTarget {
  static func run(_ bytes: [UInt8]) throws {
    _ = try? TextRecord.text(inLine: bytes)
    let index = try? SearchIndex(json: bytes)
    let tables = try? IndexTables(json: bytes)
    try require((index == nil) == (tables == nil), "the two readers disagree")
    guard let index, let tables else { return }
    try require(try SearchIndex(json: index.json) == index, "an index that was written is not what was read")
    try require(tables.count == index.entries.count, "a row for each entry")
    let decoder = ErrorDecoder(tables: tables) { Array(bytes[$0]) }
    for row in tables.rows { _ = try decoder.lookUp(row.slug) }
    let sources = index.entries.flatMap { $0.signatures.flatMap { $0.lines.map(\.text) } }
    _ = try decoder.decode(Array(sources.joined(separator: "\n").utf8))
  }
}
