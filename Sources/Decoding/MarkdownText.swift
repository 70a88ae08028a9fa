/// Pieces of Markdown that mean what they say, whatever text is in them.
package enum MarkdownText {
  /// Text for a page of its own, on one line or several, with no more escapes than it needs.
  package static func escaped(_ text: String) -> String {
    lines(of: text) {
      $0.isMark || $0 == "<"
    } opening: {
      "#+-=>~".unicodeScalars.contains($0)
    }
  }

  /// Text for a chat or a tracker, which reads more in it: strikethrough, tables, and names behind an `@`.
  package static func inert(_ text: String) -> String {
    lines(of: text) {
      $0.isMark || "<>~|&@".unicodeScalars.contains($0)
    } opening: {
      "#+-=".unicodeScalars.contains($0)
    }
  }

  /// - Parameters:
  ///   - isEscaped: What means something anywhere.
  ///   - opening: What means something at a line's start.
  private static func lines(
    of text: String, isEscaped: (Unicode.Scalar) -> Bool, opening: (Unicode.Scalar) -> Bool
  ) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let scalars = Array(line.unicodeScalars)
      let start = scalars.prefix { $0 == " " }.count
      let digits = scalars[start...].prefix(while: \.isDigit).count
      var result = String.UnicodeScalarView()
      for (index, scalar) in scalars.enumerated() {
        let isNumber = digits > 0 && index == start + digits && (scalar == "." || scalar == ")")
        let beginsEntity = scalar == "&" && index + 1 < scalars.count && (scalars[index + 1] == "#" || scalars[index + 1].isWordScalar)
        let isMention = scalar == "@" && isEscaped(scalar)
        if !isMention, isEscaped(scalar) || isNumber || beginsEntity || index == start && opening(scalar) { result.append("\\") }
        result.append(scalar)
        // A backslash does not keep a name from being told.
        if isMention { result.append("\u{200B}") }
      }
      return String(result)
    }.joined(separator: "\n")
  }

  /// A value, on one line.
  package static func code(_ text: String) -> String {
    let text = VisibleLine(text).scalars
    guard !text.isEmpty else { return "(empty)" }
    let mark = String(repeating: "`", count: longestRun(in: text) + 1)
    let pad = text.first == "`" || text.last == "`" || (text.first == " " && text.last == " ") ? " " : ""
    return mark + pad + String(String.UnicodeScalarView(text)) + pad + mark
  }

  /// Lines as they are, in a fence that none of them closes.
  package static func fence(_ text: String, language: String = "") -> String {
    let mark = String(repeating: "`", count: max(3, longestRun(in: text.unicodeScalars) + 1))
    return "\(mark)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(mark)"
  }

  /// An address that nothing in it can end.
  package static func destination(_ address: String) -> String {
    address.unicodeScalars.map { scalar in
      let isKept = scalar.value > 0x20 && scalar.value < 0x7F && !"<>()\\\"`[]".unicodeScalars.contains(scalar)
      return isKept ? String(scalar) : scalar.percentEncoded
    }.joined()
  }

  private static func longestRun(in text: some Collection<Unicode.Scalar>) -> Int {
    text.split { $0 != "`" }.map(\.count).max() ?? 0
  }
}

extension Unicode.Scalar {
  /// `%XX` for each of its bytes.
  package var percentEncoded: String {
    String(self).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  fileprivate var isMark: Bool { "\\`*_[]".unicodeScalars.contains(self) }
}
