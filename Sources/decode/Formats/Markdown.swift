import Decoding

/// Pieces of Markdown that mean what they say, whatever text is in them.
///
/// A reader's text stands in code only: there nothing is markup, a mention or a link. A writer's text is escaped.
enum Markdown {
  /// Text of an entry, on one line or several.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escapedLine($0.drop { $0 == " " }) }.joined(separator: "\n")
  }

  private static func escapedLine(_ line: Substring) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(line.unicodeScalars)
    let digits = scalars.prefix(while: \.isASCIIDigit).count
    for (index, scalar) in scalars.enumerated() {
      let isBlock = index == 0 && "#+-=".unicodeScalars.contains(scalar)
      let isNumber = digits > 0 && index == digits && (scalar == "." || scalar == ")")
      if isBlock || isNumber || "\\`*_[]<>~|&".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
      // A name behind it is no mention then.
      if scalar == "@" { result.append("\u{200B}") }
    }
    return String(result)
  }

  /// A value, on one line.
  static func code(_ text: String) -> String {
    let text = VisibleLine(text).scalars
    guard !text.isEmpty else { return "(empty)" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let pad = text.first == "`" || text.last == "`" || (text.first == " " && text.last == " ") ? " " : ""
    return fence + pad + String(String.UnicodeScalarView(text)) + pad + fence
  }

  /// Lines as they are.
  static func fence(_ text: String, language: String) -> String {
    let mark = String(repeating: "`", count: max(3, longestRun(of: "`", in: Array(text.unicodeScalars)) + 1))
    return "\(mark)\(language)\n\(Terminal.visible(text))\n\(mark)"
  }

  static func link(_ text: String, to address: String?) -> String {
    guard let address else { return escaped(text) }
    let url = address.unicodeScalars.map { scalar in
      scalar.value > 0x20 && scalar.value < 0x7F && !"<>()\\\"`[]".unicodeScalars.contains(scalar) ? String(scalar) : percentEncoded(scalar)
    }
    return "[\(escaped(text))](\(url.joined()))"
  }

  /// An entry's text with the reader's values in it as code.
  static func filled(_ text: String, of entry: IndexedEntry, with values: FillValues) -> String {
    TextTemplate(text, captures: entry.captureNames).pieces.map { piece in
      switch piece {
      case .literal(let text): escaped(text)
      case .placeholder(let name): values.merged[name].map(code) ?? escaped("{\(name)}")
      }
    }.joined()
  }

  private static func longestRun(of scalar: Unicode.Scalar, in text: [Unicode.Scalar]) -> Int {
    var (longest, current) = (0, 0)
    for other in text {
      current = other == scalar ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}

/// A scalar as `%XX` for each of its bytes.
func percentEncoded(_ scalar: Unicode.Scalar) -> String {
  String(scalar).utf8.map { byte in
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" + digits : digits)
  }.joined()
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
}
