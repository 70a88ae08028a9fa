import ArgumentParser
import Cataloging
import Linting

/// What `decode-site check --explain RULE` prints.
struct RuleExplainer {
  let terminal: Terminal

  /// - Throws: `ValidationError` for a name that is no rule's.
  static func rule(named id: String) throws -> Rule {
    if let rule = Rule.named(id) { return rule }
    let hint =
      Rule.nearest(to: id).map { "Did you mean '\($0)'?" } ?? "The rules are:\n\(Rule.all.map { "  \($0.id)" }.joined(separator: "\n"))"
    throw ValidationError("There is no rule '\(id)'. \(hint)")
  }

  /// - Throws: `ValidationError` for a name that is no rule's.
  func text(ofRule id: String) throws -> String {
    let rule = try Self.rule(named: id)
    let width = min(terminal.width, 100)
    let paragraphs = ([rule.summary] + rule.reason.split(separator: "\n").map(String.init)).map {
      Terminal(width: width, hasColor: terminal.hasColor).wrapped($0, indent: 0)
    }
    let head = "\(terminal.styled(rule.id, .bold)) (\(rule.severity.rawValue))"
    let examples = [("Breaks it:", rule.bad, Terminal.Style.red), ("Keeps it:", rule.good, .green)].map { title, text, style in
      terminal.styled(title, style) + "\n\n"
        + text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    }
    return ([head] + paragraphs + examples).joined(separator: "\n\n") + "\n"
  }
}
