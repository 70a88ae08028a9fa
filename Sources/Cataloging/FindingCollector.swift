/// The findings of one file, gathered by all who read it.
final class FindingCollector {
  let source: SourceText
  private(set) var findings: [Finding] = []

  init(_ source: SourceText) {
    self.source = source
  }

  func add(_ rule: String, _ severity: Finding.Severity = .error, at place: Place, _ message: String, hint: String) {
    findings.append(Finding(rule: rule, severity: severity, place: place, message: message, hint: hint))
  }

  func add(_ rule: String, at range: Range<Int>, _ message: String, hint: String) {
    add(rule, at: source.place(of: range), message, hint: hint)
  }

  func add(_ findings: [Finding]) {
    self.findings += findings
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
