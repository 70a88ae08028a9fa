#if canImport(Decoding)
  @testable import Decoding
#endif

/// A small index with every kind of signature.
enum FuzzIndex {
  static let signatures: [(slug: String, role: Role, lines: [String], unless: [String])] = [
    ("eaddrinuse", .cause, ["listen EADDRINUSE: address already in use {host}:{port}"], []),
    ("refused", .cause, ["connect to {host} port {port}: Connection refused"], ["connected after {int} attempts"]),
    ("object", .cause, ["code: '{name:ident}'", "port: {port}"], []),
    ("three", .cause, ["first {word} came", "second {word} came", "third {word} came"], []),
    ("oom", .exitStatus, ["OOMKilled"], []),
    ("killed", .cause, ["^Killed$"], []),
    ("module", .cause, ["Cannot find module '{module}'"], []),
    ("elifecycle", .wrapper, ["npm {ERR!|error} code ELIFECYCLE"], []),
    ("choice", .cause, ["{tcp|udp4|unix} {...} is gone"], []),
    ("short", .cause, ["$'\\r': no"], []),
    ("rest", .wrapper, ["failed to solve: {rest}"], []),
    ("path", .cause, ["open {path}: permission denied"], []),
    ("same", .cause, ["{name:word} is not {name:word}"], []),
  ]

  static let json: [UInt8] = {
    do {
      let entries = try signatures.map { row in
        var entry = IndexedEntry.blank
        entry.slug = row.slug
        entry.title = row.slug
        entry.role = row.role
        entry.captures = [IndexedCapture(name: "port", type: .port, example: "3000")]
        entry.signatures = [
          IndexedSignature(lines: try row.lines.map { try Signature($0) }, unless: try row.unless.map { try Signature($0) })
        ]
        return entry
      }
      return SearchIndex(site: IndexedSite(title: "T", url: nil, content: ""), entries: entries).json
    } catch {
      fatalError("\(error)")
    }
  }()

  static let decoder: ErrorDecoder = {
    do { return try ErrorDecoder(indexJSON: json) } catch { fatalError("\(error)") }
  }()

  static let matcher = Matcher(decoder.tables)
}
