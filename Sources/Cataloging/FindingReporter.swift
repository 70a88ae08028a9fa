/// Findings as text for a terminal.
public enum FindingReporter {
  /// How the text is set.
  public struct Look: Sendable {
    /// In columns; nil breaks no line but the excerpt's.
    public let width: Int?
    public let hasColor: Bool

    public init(width: Int?, hasColor: Bool) {
      self.width = width
      self.hasColor = hasColor
    }

    /// For a file, and for other programs.
    public static let plain = Look(width: nil, hasColor: false)

    fileprivate enum Style: String {
      case bold = "1"
      case dim = "2"
      case red = "1;31"
      case yellow = "1;33"
      case green = "32"
      case cyan = "36"
    }

    fileprivate func styled(_ text: String, _ style: Style) -> String { hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text }
  }

  /// For each finding the place and what is wrong, in the form that editors and SwiftPM recognise; then the line with a caret; then help,
  /// and the line as it would be mended, where that is known.
  ///
  ///     content/entries/node/eaddrinuse.md:4:7: error: there is no role 'couse' [unknown-value]
  ///         role: couse
  ///               ^~~~~
  ///         help: did you mean 'cause'?
  ///       + role: cause
  ///
  /// - Parameters:
  ///   - findings: In the order to print them.
  ///   - sources: The files they are about; a finding about another one has no excerpt.
  ///   - prefix: What stands before every path: `content/`.
  public static func text(_ findings: [Finding], sources: [SourceFile], prefix: String = "", look: Look = .plain) -> String {
    let paths = Set(findings.map(\.place.path))
    let texts = Dictionary(sources.filter { paths.contains($0.path) }.map { ($0.path, SourceText(lossy: $0)) }) { first, _ in first }
    return findings.map { block($0, source: texts[$0.place.path], prefix: prefix, look: look) }.joined()
  }

  private static func block(_ finding: Finding, source: SourceText?, prefix: String, look: Look) -> String {
    let place = finding.place
    let severity = look.styled("\(finding.severity.rawValue):", finding.severity == .error ? .red : .yellow)
    var lines = [
      look.styled(neutral("\(prefix)\(place.path):\(place.line):\(place.column):"), .bold)
        + " \(severity) \(look.styled(neutral(finding.message), .bold)) \(look.styled("[\(finding.rule)]", .dim))"
    ]
    let window = look.width.map { max(20, $0 - 6) } ?? Excerpt.usualWindow
    if let excerpt = source.flatMap({ Excerpt(place, in: $0, window: window) }) {
      lines += ["    " + neutral(excerpt.line), "    " + look.styled(excerpt.caret, .green)]
    }
    lines += wrapped(neutral(finding.hint), look.width).enumerated().map { number, line in
      "    " + (number == 0 ? look.styled("help:", .cyan) + " " : "      ") + line
    }
    if let fix = finding.fix, let source {
      lines += mended(fix, in: source, window: window).map { "  " + look.styled("+ " + neutral($0), .green) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The line that a fix changes, as it becomes; several when the fix breaks it.
  private static func mended(_ fix: Fix, in source: SourceText, window: Int) -> [String] {
    let line = source.scalars[source.range(ofLine: fix.line)]
    let start = min(fix.column - 1, line.count)
    let scalars = Array(line.prefix(start)) + Array(fix.replacement.unicodeScalars) + Array(line.dropFirst(start + fix.length))
    let parts = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    let place = Place(path: source.path, line: 1, column: fix.column)
    return parts.enumerated().map { Excerpt($1[...], around: $0 == 0 ? place : Place(path: "", line: 1, column: 1), window: window).line }
  }

  /// Broken at blanks, so that each line fits behind its margin.
  private static func wrapped(_ text: String, _ width: Int?) -> [String] {
    guard let width else { return [text] }
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width - 10 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// A line in which nothing can steer a terminal or hide.
  private static func neutral(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(\.neutral)))
  }
}

/// A line, cut around a place, and a caret under the place.
private struct Excerpt {
  /// How many scalars of a long line are shown where the terminal sets no limit.
  static let usualWindow = 110

  let line: String
  let caret: String

  /// - Returns: nil when the line is not there or blank.
  init?(_ place: Place, in source: SourceText, window: Int) {
    guard place.line <= source.lineCount else { return nil }
    let line = source.scalars[source.range(ofLine: place.line)]
    guard line.contains(where: { !$0.properties.isWhitespace }) else { return nil }
    self.init(line, around: place, window: window)
  }

  init(_ line: ArraySlice<Unicode.Scalar>, around place: Place, window: Int) {
    let column = min(place.column - 1, line.count)
    let isLong = line.count > window
    let start = isLong ? min(max(0, column - window * 4 / 11), line.count - window) : 0
    let end = isLong ? start + window : line.count
    let shown = line.dropFirst(start).prefix(end - start)
    let before = shown.prefix(column - start)
    let marked = shown.dropFirst(column - start).prefix(place.length)
    let leader = start > 0 ? "…" : ""
    let indentation = String(repeating: " ", count: leader.unicodeScalars.count + before.reduce(0) { $0 + $1.cells })
    self.line = leader + shown.map(\.visible).joined() + (end < line.count ? "…" : "")
    caret = indentation + "^" + String(repeating: "~", count: max(1, marked.reduce(0) { $0 + $1.cells }) - 1)
  }
}

extension Unicode.Scalar {
  /// What stands for it in an excerpt: a tab is two blanks.
  fileprivate var visible: String { self == "\t" ? "  " : String(Character(neutral)) }

  /// How many cells of a terminal it takes.
  fileprivate var cells: Int {
    if self == "\t" { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Itself, or a picture of it when it would steer a terminal, turn the direction of text or hide.
  fileprivate var neutral: Unicode.Scalar {
    switch properties.generalCategory {
    case .control where value < 0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    default: self
    }
  }
}
