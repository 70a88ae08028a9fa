import Decoding

/// What `decode list` prints: every entry of the index.
struct EntryList {
  let tables: IndexTables

  /// - Returns: nil for a form of answers that a list has no place in.
  func output(as format: DecodeOptions.Format) -> [UInt8]? {
    switch format {
    case .text: Array(text.utf8)
    case .json: json.bytes + [0x0A]
    case .markdown: Array(markdown.utf8)
    case .github, .sarif: nil
    }
  }

  private var markdown: String {
    tables.rows.map { row in
      "- \(MarkdownText.code(row.slug)) \(MarkdownText.link(row.title, to: tables.site.url.map { $0 + row.url }))\n"
    }.joined()
  }

  /// A line for each entry: its name, then its title.
  private var text: String {
    let width = tables.rows.map(\.slug.count).max() ?? 0
    return tables.rows.map { "\($0.slug.padding(to: width))  \($0.title)\n" }.joined()
  }

  private var json: JSONValue {
    let entries = tables.rows.map { row in
      JSONValue.object([
        ("entry", .string(row.slug)), ("title", .string(row.title)), ("url", .optional(tables.site.url.map { $0 + row.url })),
        ("code", .optional(row.code)), ("aliases", .strings(row.aliases)), ("role", .string(row.role.rawValue)),
      ])
    }
    return .object([("schema", .int(SearchIndex.schema)), ("entries", .array(entries))])
  }
}

extension String {
  /// With blanks behind it up to a width in characters.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
