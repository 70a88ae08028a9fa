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
  /// Finds what breaks the rule. Nil for a rule that is checked while content is read.
  package let check: Check?

  /// Pure functions; the order in which they are called, and on which core, makes no difference.
  package enum Check: Sendable {
    /// Looks at one entry; the entries are looked at side by side.
    case entry(@Sendable (EntryMaterial, Rule) throws -> [Finding])
    /// Looks at all of the content.
    case content(@Sendable (Material, Rule) throws -> [Finding])
  }

  init(id: String, severity: Finding.Severity = .error, summary: String, reason: String, bad: String, good: String, check: Check) {
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
