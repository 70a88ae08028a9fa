public import Cataloging

/// A rule that content is held to.
///
/// Each has a file of its own in `Rules/`, named after its id. Rules about single files, and about what files say of one another, are
/// checked while content is read; the others have a `check`.
public struct Rule: Sendable, CustomStringConvertible {
  /// Stable for ever, in kebab-case.
  public let id: String
  public let severity: Finding.Severity
  public var description: String { id }
  /// What must hold, in a sentence.
  public let summary: String
  /// What the rule asks for and why, in paragraphs of plain text parted by an empty line.
  public let reason: String
  /// A piece of content that breaks the rule.
  public let bad: String
  /// The same, mended.
  public let good: String
  /// Finds what breaks the rule in all of the content. Nil for a rule that is checked while content is read.
  package let check: Check?

  /// A pure function of the material; in any order.
  package typealias Check = @Sendable (Material, Rule) throws -> [Finding]

  /// A rule over the whole content.
  init(id: String, severity: Finding.Severity = .error, summary: String, reason: String, bad: String, good: String, check: @escaping Check)
  {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.bad = bad
    self.good = good
    self.check = check
  }

  /// What a rule means that `Cataloging` checks.
  init(_ rule: CatalogRule, summary: String, reason: String, bad: String, good: String) {
    id = rule.rawValue
    severity = rule.severity
    self.summary = summary
    self.reason = reason
    self.bad = bad
    self.good = good
    check = nil
  }

  /// A finding of this rule.
  ///
  /// - Parameters:
  ///   - message: What is wrong: a sentence without a full stop.
  ///   - hint: How to mend it: a sentence without a full stop.
  func finding(at place: Place, _ message: String, hint: String, fix: Fix? = nil) -> Finding {
    Finding(rule: id, severity: severity, place: place, message: message, hint: hint, fix: fix)
  }
}
