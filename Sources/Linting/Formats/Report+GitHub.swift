public import Cataloging

extension Report {
  /// How many annotations of a severity GitHub shows for a step; it drops the others in silence.
  private static let annotationLimit = 10

  /// Workflow commands of GitHub Actions, which shows them beside the lines they are about: at most ten of a severity.
  ///
  /// - Parameter isChanged: As for `reviewed`.
  public func workflowCommands(isChanged: ((Place) -> Bool)?) -> String {
    let ordered = reviewed(isChanged)
    return [Finding.Severity.error, .warning].map { severity in
      ordered.filter { $0.severity == severity }.prefix(Self.annotationLimit).map(command).joined()
    }.joined()
  }

  /// What a review of a change is about: errors first, then what the change touches, then by place. A warning on another line was there
  /// before the change and is left out.
  ///
  /// - Parameter isChanged: Whether a place is on a line that the change touches; nil when all content is reviewed.
  func reviewed(_ isChanged: ((Place) -> Bool)?) -> [Finding] {
    let isFirst = findings.map { isChanged?($0.place) ?? true }
    let order = findings.indices.filter { isFirst[$0] || findings[$0].severity == .error }.sorted { left, right in
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
