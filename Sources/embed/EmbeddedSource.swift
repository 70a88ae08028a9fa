import Cataloging

/// The generated sources.
enum EmbeddedSource {
  /// Two string literals: an array of bytes of this size would take the compiler a minute.
  static func index(json: [UInt8], tables: [UInt8]) -> String {
    """
    // Generated from content/ when the package is built.

    extension BuiltInIndex {
      /// The bytes of `index.json`.
      public static let json: StaticString = \(literal(json))

      /// The matcher's tables, made from `json`.
      public static let tables: StaticString = \(literal(tables))
    }

    """
  }

  static func templates(_ files: [SourceFile]) -> String {
    let rows = files.map { "    (path: \(literal(Array($0.path.utf8))), text: \(literal($0.bytes)))," }
    return """
      // Generated from templates/ when the package is built.

      extension BuiltInTemplates {
        /// The files of `templates/`, sorted by the bytes of their paths.
        public static let files: [(path: StaticString, text: StaticString)] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
  }

  /// A raw literal with more `#` than any run of them in the text.
  private static func literal(_ bytes: [UInt8]) -> String {
    var longest = 0
    var run = 0
    for byte in bytes {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "#", count: longest + 1)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return "\(fence)\"\"\"\n\(lines.joined(separator: "\n"))\n\"\"\"\(fence)"
  }
}
