import Decoding

enum Version {
  static let number = "0.1.0"

  /// `decode 0.1.0 (index schema 1, 2 entries, newest 2026-11-22)`.
  static func text(of tables: IndexTables) -> String {
    let count = tables.rows.count
    let newest = tables.site.content.isEmpty ? "" : ", newest \(tables.site.content)"
    return "decode \(number) (index schema \(SearchIndex.schema), \(count) \(count == 1 ? "entry" : "entries")\(newest))"
  }
}
