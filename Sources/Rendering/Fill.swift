import Decoding

/// Shows an entry's captures wherever a page names them: with the example value, and always in the same hue.
struct Fill {
  private static let hueClasses = ["hue-1", "hue-2", "hue-3", "hue-4"]

  /// By name.
  let examples: [String: String]
  let captures: Set<String>
  private let hues: [String: String]

  init(_ captures: [IndexedCapture]) {
    examples = Dictionary(captures.map { ($0.name, $0.example) }) { first, _ in first }
    self.captures = Set(captures.map(\.name))
    hues = Dictionary(captures.enumerated().map { ($1.name, Self.hueClasses[$0 % Self.hueClasses.count]) }) { first, _ in first }
  }

  /// The class of a capture's hue; a name that is no capture has none.
  func hueClass(of name: String) -> String { hues[name] ?? "" }

  /// Prose as plain text.
  func text(of text: String) -> String {
    text.contains(UInt8(ascii: "{")) ? TextTemplate(text, captures: captures).filled(with: examples) : text
  }

  /// Prose as HTML.
  func html(of text: String) -> HTML {
    var html = HTML(capacity: text.utf8.count + 128)
    append(text, to: &html)
    return html
  }

  /// Prose or a code span.
  func append(_ text: String, to html: inout HTML) {
    guard text.contains(UInt8(ascii: "{")) else { return html.append(escaped: text) }
    for piece in TextTemplate(text, captures: captures).pieces {
      switch piece {
      case .literal(let text): html.append(escaped: text)
      case .placeholder(let name):
        appendMark(name, to: &html)
        html.append(escaped: examples[name] ?? "{\(name)}")
        html.append("</var>")
      }
    }
  }

  /// A command filled with the examples, as HTML: its remarks are marked, so that they can be dimmed, and so is every placeholder, in
  /// the order of the template's, so that a script can fill them anew.
  func html(of command: CommandTemplate, risk: Risk) -> HTML {
    var lines = CommandLines(shell: command.shell)
    let filled = command.filled(with: FillValues(own: [:], examples: examples), risk: risk)
    for (piece, filled) in zip(command.pieces, filled.pieces) {
      let text =
        switch filled {
        case .literal(let text), .value(_, let text, _): HTML.visible(text)
        }
      switch piece {
      case .literal: lines.append(text)
      case .placeholder(let name, _): lines.append(value: text) { appendMark(name, to: &$0) }
      }
    }
    return lines.finished
  }

  /// Opens the element that marks a value.
  private func appendMark(_ name: String, to html: inout HTML) {
    html.append("<var class=\"")
    html.append(escaped: hueClass(of: name))
    html.append("\" data-name=\"")
    html.append(escaped: name)
    html.append("\">")
  }
}
