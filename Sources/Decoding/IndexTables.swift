/// What the matcher needs of an index, and where each entry stands in its JSON: made from `index.json` and nothing else.
///
/// `decode` carries both; it reads these tables whole and only the entries it prints.
public struct IndexTables: Sendable, Equatable {
  /// An entry's names, its signatures, and its bytes in the JSON.
  public struct Row: Sendable, Equatable {
    public let slug: String
    public let url: String
    public let title: String
    public let code: String?
    public let aliases: [String]
    public let role: Role
    public let signatures: [IndexedSignature]
    public let bytes: Range<Int>
  }

  public let site: IndexedSite
  /// In the index's order: sorted by slug.
  public let rows: [Row]

  /// - Throws: `IndexFailure`, as `SearchIndex(json:)` does.
  /// - Complexity: O(n) in the bytes.
  public init(json: [UInt8]) throws(IndexFailure) {
    var rows: [Row] = []
    site = try SearchIndex.scan(json) { scanner throws(JSONScanner.Failure) in
      let start = scanner.position
      let entry = try IndexedEntry(from: &scanner)
      rows.append(
        Row(
          slug: entry.slug, url: entry.url, title: entry.title, code: entry.code, aliases: entry.aliases, role: entry.role,
          signatures: entry.signatures, bytes: start..<scanner.position))
    }
    self.rows = rows
  }

  // MARK: The embedded form

  /// Reads what `encoded` wrote.
  ///
  /// - Throws: `IndexFailure` for any other bytes.
  public init(encoded: [UInt8]) throws(IndexFailure) {
    var site: IndexedSite?
    var rows: [Row] = []
    do throws(JSONScanner.Failure) {
      var scanner = JSONScanner(encoded)
      try scanner.object { scanner, key throws(JSONScanner.Failure) in
        if key == "site" {
          site = try IndexedSite(from: &scanner)
        } else {
          try scanner.array { scanner throws(JSONScanner.Failure) in rows.append(try Row(from: &scanner)) }
        }
      }
      guard let site else { throw scanner.failure("tables without a site") }
      self.site = site
      self.rows = rows
    } catch {
      throw IndexFailure(error)
    }
  }

  /// The tables as compact JSON, for the generated source.
  public var encoded: [UInt8] {
    JSONValue.object([
      ("site", .object([("title", .string(site.title)), ("url", .optional(site.url)), ("content", .string(site.content))])),
      ("rows", .array(rows.map(\.json))),
    ]).bytes
  }
}

extension IndexTables.Row {
  fileprivate var json: JSONValue {
    .object([
      ("slug", .string(slug)), ("url", .string(url)), ("title", .string(title)), ("code", .optional(code)), ("aliases", .strings(aliases)),
      ("role", .string(role.rawValue)), ("signatures", .array(signatures.map(\.json))),
      ("start", .int(bytes.lowerBound)), ("end", .int(bytes.upperBound)),
    ])
  }

  fileprivate init(from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    let opening = scanner
    var start = 0
    var end = 0
    var shell = IndexedEntry.blank
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      switch key {
      case "start": start = try scanner.integer()
      case "end": end = try scanner.integer()
      default: try shell.read(key, from: &scanner)
      }
    }
    guard start <= end else { throw opening.failure("an entry that ends before it begins") }
    self.init(
      slug: shell.slug, url: shell.url, title: shell.title, code: shell.code, aliases: shell.aliases, role: shell.role,
      signatures: shell.signatures, bytes: start..<end)
  }
}
