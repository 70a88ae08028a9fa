import Cataloging
public import Decoding

extension Report {
  /// `{"schema":1,"findings":[{"rule","severity","path","line","column","message","hint"}]}`.
  public var json: JSONValue {
    .object([("schema", .int(1)), ("findings", .array(findings.map(json)))])
  }

  private func json(_ finding: Finding) -> JSONValue {
    .object([
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)), ("path", .string(path(of: finding))),
      ("line", .int(finding.place.line)), ("column", .int(finding.place.column)), ("message", .string(finding.message)),
      ("hint", .string(finding.hint)),
    ])
  }
}
