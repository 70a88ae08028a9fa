/// The findings of one file, gathered by all who read it.
final class FindingCollector {
  let source: SourceText
  private(set) var findings: [Finding] = []

  init(_ source: SourceText) {
    self.source = source
  }

  func add(_ rule: CatalogRule, at place: Place, _ message: String, hint: String, fix: Fix? = nil) {
    findings.append(Finding(rule, place: place, message: message, hint: hint, fix: fix))
  }

  func add(_ rule: CatalogRule, at range: Range<Int>, _ message: String, hint: String, fix: Fix? = nil) {
    add(rule, at: source.place(of: range), message, hint: hint, fix: fix)
  }

  func add(_ findings: [Finding]) {
    self.findings += findings
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
