/// Text that shall be read as it is, in Markdown.
package enum MarkdownText {
  /// A fenced block with a fence that the text does not hold.
  package static func fence(_ text: String) -> String {
    let mark = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return "\(mark)\n\(text)\n\(mark)"
  }

  /// A code span on one line.
  static func code(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let mark = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return mark + pad + line + pad + mark
  }

  /// A line of prose, with a backslash before whatever Markdown would read.
  static func prose(_ text: String) -> String {
    String(
      text.split(whereSeparator: \.isNewline).joined(separator: " ").flatMap { character in
        "\\`*_{}[]<>#+!|~&@".contains(character) ? "\\\(character)" : "\(character)"
      })
  }

  private static func longestRun(of mark: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
