public import Cataloging
import Decoding

extension Report {
  /// How many annotations of a severity GitHub shows for a step; it drops the others in silence.
  private static let annotationLimit = 10

  /// The page of a run takes 1 MiB at most.
  private static let summaryLimit = 900_000

  /// Workflow commands of GitHub Actions, which shows them beside the lines they are about: errors first, then changed lines first, at
  /// most ten of a severity.
  ///
  /// - Parameter isChanged: Whether a place is on a line that the change under review touches.
  public func workflowCommands(isChanged: (Place) -> Bool) -> String {
    let ordered = inOrderOfConcern(isChanged: isChanged)
    return [Finding.Severity.error, .warning].map { severity in
      ordered.filter { $0.severity == severity }.prefix(Self.annotationLimit).map(command).joined()
    }.joined()
  }

  /// The findings that GitHub would not show as annotations, as Markdown for the page of the run; nil when it shows all.
  public func stepSummary(isChanged: (Place) -> Bool) -> String? {
    let ordered = inOrderOfConcern(isChanged: isChanged)
    let rest = [Finding.Severity.error, .warning].flatMap { severity in
      ordered.filter { $0.severity == severity }.dropFirst(Self.annotationLimit)
    }
    guard !rest.isEmpty else { return nil }
    var text = "### decode-site check: \(counts)\n\nBesides those shown at their lines:\n\n"
    for (number, finding) in rest.enumerated() {
      let line =
        "- \(finding.severity.rawValue) \(MarkdownText.code(name(of: finding.place))) \(MarkdownText.inert(finding.message)) "
        + "(\(MarkdownText.code(finding.rule))): \(MarkdownText.inert(finding.hint))\n"
      guard text.utf8.count + line.utf8.count < Self.summaryLimit else { return text + "- and \(rest.count - number) more\n" }
      text += line
    }
    return text
  }

  private func inOrderOfConcern(isChanged: (Place) -> Bool) -> [Finding] {
    let isFirst = findings.map { isChanged($0.place) }
    let order = findings.indices.sorted { left, right in
      (findings[left].severity == .error ? 0 : 1, isFirst[left] ? 0 : 1, left)
        < (findings[right].severity == .error ? 0 : 1, isFirst[right] ? 0 : 1, right)
    }
    return order.map { findings[$0] }
  }

  private func command(_ finding: Finding) -> String {
    let place = finding.place
    let properties = [
      ("file", path(of: finding)), ("line", "\(place.line)"), ("col", "\(place.column)"), ("endColumn", "\(place.column + place.length)"),
      ("title", finding.rule),
    ]
    let written = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(finding.severity.rawValue) \(written)::\(Self.escaped("\(finding.message)\nhelp: \(finding.hint)", isProperty: false))\n"
  }

  /// As the runner reads it: a property ends at a comma or a colon, a command at the end of the line.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case ":" where isProperty: "%3A"
      case "," where isProperty: "%2C"
      case _ where scalar.properties.generalCategory == .control: "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
  }
}
