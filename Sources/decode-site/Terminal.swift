import Foundation

/// What a report for people is printed on.
struct Terminal {
  /// In columns; 80 where there is no terminal.
  let width: Int
  let hasColor: Bool

  /// Colours stand on a terminal only, and not with `NO_COLOR`.
  static var standardOutput: Terminal {
    var size = winsize()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let environment = ProcessInfo.processInfo.environment
    return Terminal(
      width: isKnown ? max(40, min(120, Int(size.ws_col))) : 80,
      hasColor: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb")
  }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  func styled(_ text: String, _ style: Style) -> String { hasColor && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text }

  /// The text with at most so many characters, its end told by an ellipsis, and nothing in it that a terminal would act on.
  static func cut(_ text: String, to width: Int) -> String {
    let visible = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\t" ? " " : "\u{FFFD}"
      default: scalar
      }
    }
    guard visible.count > width else { return String(String.UnicodeScalarView(visible)) }
    return String(String.UnicodeScalarView(visible.prefix(max(1, width - 1)))) + "…"
  }

  /// Breaks a text at blanks so that no line is wider than the terminal; every line is indented.
  func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let last = lines.last.flatMap { $0.count + 1 + word.count <= width ? $0 : nil }
      if let last { lines[lines.count - 1] = last + " " + word } else { lines.append(margin + word) }
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// With blanks behind it up to a width in characters.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
