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

  /// A fix that writes another text in a value's place, in quotes when it is; nil for a value of several lines.
  func fix(_ scalar: YAMLScalar, with text: String, isSafe: Bool = false) -> Fix? {
    let last = max(scalar.range.lowerBound, scalar.range.upperBound - 1)
    guard scalar.style != .block, source.line(at: scalar.range.lowerBound) == source.line(at: last) else { return nil }
    let quote = [.singleQuoted: "'", .doubleQuoted: "\""][scalar.style] ?? ""
    return Fix(replacing: source.place(of: scalar.range), with: quote + text + quote, isSafe: isSafe)
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
