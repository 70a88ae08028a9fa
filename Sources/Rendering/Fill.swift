import Decoding

/// Shows an entry's captures wherever a page names them: with the example value, and always in the same hue.
struct Fill {
  /// By name.
  let examples: [String: String]
  let captures: Set<String>
  private let hues: [String: Int]

  init(_ captures: [IndexedCapture]) {
    examples = Dictionary(captures.map { ($0.name, $0.example) }) { first, _ in first }
    self.captures = Set(captures.map(\.name))
    hues = Dictionary(captures.enumerated().map { ($1.name, $0 % 4 + 1) }) { first, _ in first }
  }

  /// The class of a capture's hue; a name that is no capture has none.
  func hueClass(of name: String) -> String { hues[name].map { "hue-\($0)" } ?? "" }

  /// Prose or a code span, as HTML.
  func html(of text: String) -> String {
    if !text.utf8.contains(UInt8(ascii: "{")) { return HTML.escaped(text) }
    return TextTemplate(text, captures: captures).pieces.map { piece in
      switch piece {
      case .literal(let text): HTML.escaped(text)
      case .placeholder(let name): html(of: examples[name] ?? "{\(name)}", name: name)
      }
    }.joined()
  }

  /// Prose as plain text.
  func text(of text: String) -> String { TextTemplate(text, captures: captures).filled(with: examples) }

  /// A command filled with the examples, as HTML: its remarks are marked, so that they can be dimmed, and so is every placeholder, in
  /// the order of the template's, so that a script can fill them anew.
  func html(of command: CommandTemplate, risk: Risk) -> String {
    var html = ""
    var line = RemarkLine(shell: command.shell)
    let filled = command.filled(with: FillValues(own: [:], examples: examples), risk: risk)
    for (piece, filled) in zip(command.pieces, filled.pieces) {
      let text =
        switch filled {
        case .literal(let text), .value(_, let text, _): HTML.visible(text)
        }
      switch piece {
      case .literal: html += line.html(of: text)
      case .placeholder(let name, _): html += line.html(ofValue: HTML.tied(HTML.escaped(text)), mark: mark(name))
      }
    }
    return html + line.end()
  }

  private func html(of value: String, name: String) -> String {
    "\(mark(name))\(HTML.escaped(value))</var>"
  }

  private func mark(_ name: String) -> String { "<var class=\"\(hueClass(of: name))\" data-name=\"\(HTML.escaped(name))\">" }
}

/// Finds the lines of a command that are remarks for the reader while its pieces go by.
private struct RemarkLine {
  let shell: Shell
  private var isAtStart = true
  private var isRemark = false

  init(shell: Shell) { self.shell = shell }

  mutating func html(of text: String) -> String {
    var html = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        html += end() + "\n"
        isAtStart = true
      }
      if isAtStart, begins(line) {
        html += "<span class=\"remark\">"
        isRemark = true
      }
      if !line.isEmpty { isAtStart = isAtStart && line.allSatisfy { $0 == " " } }
      html += HTML.tied(HTML.escaped(line))
    }
    return html
  }

  /// - Parameters:
  ///   - html: The value, escaped.
  ///   - mark: The opening tag of the element that marks it.
  mutating func html(ofValue html: String, mark: String) -> String {
    isAtStart = false
    return "\(mark)\(html)</var>"
  }

  /// Closes a remark that is open.
  mutating func end() -> String {
    defer { isRemark = false }
    return isRemark ? "</span>" : ""
  }

  private func begins(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " }
    return switch shell {
    case .sh, .bash, .powershell: words.utf8.first == UInt8(ascii: "#")
    case .cmd: words.hasPrefix("::") || words.lowercased().hasPrefix("rem ")
    }
  }
}
