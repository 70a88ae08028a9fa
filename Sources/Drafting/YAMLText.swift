import Decoding

/// Text as YAML has it.
enum YAMLText {
  /// A text of one line between quotes: plain ones, unless the text holds some or a backslash.
  static func quoted(_ text: String) -> String {
    text.contains { $0 == "\"" || $0 == "\\" }
      ? "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" : "\"\(text)\""
  }

  /// Whether a block can hold a text as it is: nothing but printable characters, and no line that begins with a TAB.
  static func canHold(_ text: String) -> Bool {
    var isLineStart = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: isLineStart = true
      case 0x09 where !isLineStart, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFC, 0x10000...0x10FFFF:
        isLineStart = false
      default: return false
      }
    }
    return true
  }

  /// A literal block behind a key, each line indented; it ends in one new line.
  ///
  /// - Parameter indent: Of the lines, 2 more than of the key.
  static func block(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    // A first line that is indented itself would set the indentation of all.
    let first = text.unicodeScalars.first { $0 != "\n" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : margin + $0 }
    return (first == " " ? "|2\n" : "|\n") + lines.joined(separator: "\n")
  }
}
