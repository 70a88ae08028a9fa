import Decoding

enum Version {
  /// `decode 0.1.0 (index schema 1, 2 entries, newest 2026-11-22)`.
  static func text(of tables: IndexTables) -> String {
    let count = tables.count
    let newest = tables.site.content.isEmpty ? "" : ", newest \(tables.site.content)"
    return "decode \(Release.version) (index schema \(SearchIndex.schema), \(count) \(count == 1 ? "entry" : "entries")\(newest))"
  }
}
