/// Findings as text for a terminal.
public enum FindingReporter {
  /// For each finding the place and what is wrong, in the form that editors and SwiftPM recognise; then the line with a caret; then help.
  ///
  ///     content/entries/node/eaddrinuse.md:4:7: error: there is no role 'couse' [unknown-value]
  ///         role: couse
  ///               ^~~~~
  ///         help: did you mean 'cause'?
  ///
  /// - Parameters:
  ///   - findings: In the order to print them.
  ///   - sources: The files they are about; a finding about another one has no excerpt.
  ///   - prefix: What stands before every path: `content/`.
  public static func text(_ findings: [Finding], sources: [SourceFile], prefix: String = "") -> String {
    let paths = Set(findings.map(\.place.path))
    let texts = Dictionary(sources.filter { paths.contains($0.path) }.map { ($0.path, SourceText(lossy: $0)) }) { first, _ in first }
    return findings.map { finding in
      let place = finding.place
      let head =
        "\(prefix)\(place.path):\(place.line):\(place.column): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
      let excerpt = texts[place.path].flatMap { Excerpt(place, in: $0) }?.lines ?? []
      return ([head] + (excerpt + ["help: \(finding.hint)"]).map { "    " + $0 }).map { neutral($0) + "\n" }.joined()
    }.joined()
  }

  /// A line in which nothing can steer a terminal or hide.
  private static func neutral(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(\.neutral)))
  }
}

/// The line of a finding and a caret under the place.
private struct Excerpt {
  /// How many scalars of a long line are shown, and how many of them before the place.
  private static let window = (length: 110, before: 40)

  let lines: [String]

  /// - Returns: nil when the line is not there or blank.
  init?(_ place: Place, in source: SourceText) {
    guard place.line <= source.lineCount else { return nil }
    let line = source.scalars[source.range(ofLine: place.line)]
    guard line.contains(where: { !$0.properties.isWhitespace }) else { return nil }
    let column = min(place.column - 1, line.count)
    let isLong = line.count > Excerpt.window.length
    let start = isLong ? min(max(0, column - Excerpt.window.before), line.count - Excerpt.window.length) : 0
    let end = isLong ? start + Excerpt.window.length : line.count
    let shown = line.dropFirst(start).prefix(end - start)
    let before = shown.prefix(column - start)
    let marked = shown.dropFirst(column - start).prefix(place.length)
    let leader = start > 0 ? "…" : ""
    let trailer = end < line.count ? "…" : ""
    let indentation = String(repeating: " ", count: leader.unicodeScalars.count + before.reduce(0) { $0 + $1.cells })
    let caret = "^" + String(repeating: "~", count: max(1, marked.reduce(0) { $0 + $1.cells }) - 1)
    lines = [leader + shown.map(\.visible).joined() + trailer, indentation + caret]
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
