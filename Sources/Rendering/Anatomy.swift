/// The line that an error is known by, cut into its parts: what surrounds the match, the fixed text, the code, the captures.
struct Anatomy: Equatable {
  enum Part: Equatable {
    case around(String)
    case fixed(String)
    case code(String)
    case capture(name: String, text: String)
  }

  /// How much of a very long line is shown.
  private static let longest = 240

  let parts: [Part]

  /// Cuts a line. All ranges are offsets in the line's scalars; of captures that overlap the first counts.
  init(line: String, match: Range<Int>, captures: [(name: String, range: Range<Int>)], code: String?) {
    let scalars = Array(line.unicodeScalars)
    var kinds = scalars.indices.map { match.contains($0) ? Kind.fixed : .around }
    for (number, capture) in captures.enumerated().reversed() {
      for index in capture.range.clamped(to: kinds.indices) { kinds[index] = .capture(number) }
    }
    if let code, let place = Self.place(of: Array(code.unicodeScalars), in: scalars, near: match),
      kinds[place].allSatisfy({ $0 == .fixed || $0 == .around })
    {
      for index in place { kinds[index] = .code }
    }
    let shown = Self.shown(of: scalars, match: match)
    let hasText = { (range: Range<Int>) in scalars[range].contains { $0 != " " && $0 != "\t" } }
    var parts: [Part] = hasText(0..<shown.lowerBound) ? [.around("…")] : []
    var start = shown.lowerBound
    while start < shown.upperBound {
      let end = kinds[start..<shown.upperBound].firstIndex { $0 != kinds[start] } ?? shown.upperBound
      let text = String(String.UnicodeScalarView(scalars[start..<end]))
      switch kinds[start] {
      case .around: parts.append(.around(text))
      case .fixed: parts.append(.fixed(text))
      case .code: parts.append(.code(text))
      case .capture(let number): parts.append(.capture(name: captures[number].name, text: text))
      }
      start = end
    }
    self.parts = hasText(shown.upperBound..<scalars.count) ? parts + [.around("…")] : parts
  }

  /// The line as text.
  var text: String { Self.text(of: parts) }

  /// The part of the line that the error is known by, in whole words, without what a log puts around it.
  var matchedText: String {
    let isMatched = { (part: Part) in if case .around = part { false } else { true } }
    guard let first = parts.firstIndex(where: isMatched), let last = parts.lastIndex(where: isMatched) else { return text }
    let before = Self.text(of: parts[..<first]).reversed().prefix { !$0.isWhitespace }.reversed()
    let after = Self.text(of: parts[(last + 1)...]).prefix { !$0.isWhitespace }
    return before + Self.text(of: parts[first...last]) + after
  }

  private static func text(of parts: some Sequence<Part>) -> String {
    parts.map { part in
      switch part {
      case .around(let text), .fixed(let text), .code(let text), .capture(_, let text): text
      }
    }.joined()
  }

  private enum Kind: Equatable {
    case around, fixed, code
    case capture(Int)
  }

  /// The first place of the code in the match, else in the line, where it is a word of its own.
  private static func place(of code: [Unicode.Scalar], in scalars: [Unicode.Scalar], near match: Range<Int>) -> Range<Int>? {
    let isWord = { (scalar: Unicode.Scalar) in scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
    guard !code.isEmpty, code.count <= scalars.count else { return nil }
    let places = (0...(scalars.count - code.count)).filter { start in
      let end = start + code.count
      return scalars[start..<end].elementsEqual(code) && (start == 0 || !isWord(scalars[start - 1]))
        && (end == scalars.count || !isWord(scalars[end]))
    }
    return (places.first { match.contains($0) } ?? places.first).map { $0..<($0 + code.count) }
  }

  /// The line without blanks around it, and of a very long one the part about the match.
  private static func shown(of scalars: [Unicode.Scalar], match: Range<Int>) -> Range<Int> {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    let first = scalars.firstIndex { !isBlank($0) } ?? 0
    let last = (scalars.lastIndex { !isBlank($0) } ?? -1) + 1
    guard last - first > longest else { return first..<max(first, last) }
    let start = min(max(first, match.lowerBound - longest / 4), last - longest)
    return start..<(start + longest)
  }
}

extension Anatomy {
  /// The line with its captures and its code marked, each with its name beneath.
  func html(_ fill: Fill) -> HTML {
    var html = HTML(capacity: 512)
    for part in parts {
      switch part {
      case .around(let text):
        html.append("<span class=\"around\">")
        html.append(escaped: HTML.visible(text))
        html.append("</span>")
      case .fixed(let text): html.append(escaped: HTML.visible(text))
      case .code(let text): Self.appendRuby(text, class: "token", name: "code", to: &html)
      case .capture(let name, let text): Self.appendRuby(text, class: fill.hueClass(of: name), name: name, to: &html)
      }
    }
    return html
  }

  /// A text that is too long for a line of a small screen may be broken; a shorter one never is.
  private static let longestUnbroken = 24

  private static func appendRuby(_ text: String, class name: String, name caption: String, to html: inout HTML) {
    let isLong = text.unicodeScalars.count > longestUnbroken
    html.append(isLong ? "<ruby class=\"long\"><span class=\"" : "<ruby><span class=\"")
    html.append(escaped: name)
    html.append("\">")
    html.append(escaped: HTML.visible(text))
    html.append("</span><rt>")
    html.append(escaped: caption)
    html.append("</rt></ruby>")
  }
}
