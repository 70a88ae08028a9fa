public import Cataloging

/// What a check found, to be printed in one form or another.
public struct Report: Sendable {
  /// In the order of places.
  public let findings: [Finding]
  /// The content the findings are about.
  public let files: [SourceFile]
  /// What stands before every path: `content/`.
  public let prefix: String

  public init(_ findings: [Finding], files: [SourceFile], prefix: String) {
    self.findings = findings
    self.files = files
    self.prefix = prefix
  }

  public func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }

  /// `3 errors, 1 warning`.
  public var counts: String {
    [(count(.error), "error"), (count(.warning), "warning")].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  func path(of finding: Finding) -> String { prefix + finding.place.path }

  /// How editors and people name a place: `content/site.yml:3:6`.
  func name(of place: Place) -> String { "\(prefix)\(place.path):\(place.line):\(place.column)" }
}
