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

  /// Text stands in its literal as it is; what is no text, a picture, as pairs of hexadecimal digits.
  static func templates(_ files: [SourceFile]) -> String {
    let rows = files.map { file in
      let isText = String(validating: file.bytes, as: UTF8.self) != nil
      let content = isText ? literal(file.bytes) : "\"\(hexadecimal(file.bytes))\""
      return "    Embedded(path: \(literal(Array(file.path.utf8))), content: \(content), isText: \(isText)),"
    }
    return """
      // Generated from templates/ when the package is built.

      extension BuiltInTemplates {
        /// Sorted by the bytes of their paths.
        static let embedded: [Embedded] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
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
