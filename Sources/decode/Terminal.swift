import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the answer is printed on: how wide it is, and whether it shows colours.
struct Terminal: Equatable {
  let width: Int
  let hasColor: Bool

  /// When to show colours; `auto` is on a terminal, unless `NO_COLOR` is set.
  enum Color: String, CaseIterable { case auto, always, never }

  static func standardOutput(color: Color) -> Terminal { Terminal(of: .standardOutput, color: color) }

  static func standardError(color: Color) -> Terminal { Terminal(of: .standardError, color: color) }

  /// Text is set 40 to 100 columns wide, 80 where there is no terminal.
  private init(of stream: Stream, color: Color) {
    var size = winsize()
    let isKnown = stream.isTerminal && ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = isKnown ? max(40, min(100, Int(size.ws_col))) : 80
    hasColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: stream.isTerminal && (Stream.environment("NO_COLOR") ?? "").isEmpty && Stream.environment("TERM") != "dumb"
      }
  }

  /// A message without control and invisible characters, but for its ends of lines.
  static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView(VisibleLine(String($0)).scalars)) }.joined(separator: "\n")
  }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case yellow = "33"
    case cyan = "36"
    case boldRed = "1;31"
  }

  func styled(_ text: String, _ style: Style) -> String { hasColor && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text }

  /// Breaks text at blanks so that no line is wider than the terminal; words are never cut, paragraphs stay apart.
  func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = ""
      var lineWidth = 0
      for word in paragraph.split(separator: " ") {
        let wordWidth = DisplayWidth.width(of: word.unicodeScalars)
        if !line.isEmpty, indent + lineWidth + 1 + wordWidth > width {
          lines.append(margin + line)
          line = ""
          lineWidth = 0
        }
        line += line.isEmpty ? String(word) : " " + word
        lineWidth += lineWidth == 0 ? wordWidth : wordWidth + 1
      }
      if !line.isEmpty { lines.append(margin + line) }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

/// How many cells of a terminal a text takes.
enum DisplayWidth {
  static func width(of scalars: some Sequence<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + width(of: $1) } }

  /// 2 for East Asian wide and for emoji, 0 for marks that combine, 1 otherwise.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
