/// A complaint about our own content.
public struct Finding: Error, Sendable, Equatable {
  public enum Severity: String, Sendable { case error, warning }

  /// The stable id of the rule, in kebab-case.
  public let rule: String
  public let severity: Severity
  public let place: Place
  /// What is wrong: a sentence without a full stop.
  public let message: String
  /// How to mend it: a sentence without a full stop.
  public let hint: String
  /// The change that mends it, where that is known.
  public let fix: Fix?

  public init(rule: String, severity: Severity = .error, place: Place, message: String, hint: String, fix: Fix? = nil) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
    self.fix = fix
  }

  /// The order in which findings are printed: that of their places.
  package static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    (left.place, left.rule, left.message) < (right.place, right.rule, right.message)
  }
}

extension Finding {
  /// A finding of a rule that is checked while content is read.
  init(_ rule: CatalogRule, place: Place, message: String, hint: String, fix: Fix? = nil) {
    self.init(rule: rule.rawValue, severity: rule.severity, place: place, message: message, hint: hint, fix: fix)
  }
}

/// A change of one line of the file that a finding is about.
public struct Fix: Sendable, Equatable {
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars.
  public let column: Int
  /// How many scalars go; 0 for an insertion.
  public let length: Int
  /// What takes their place; it may hold ends of lines.
  public let replacement: String
  /// Whether it can be made without a look: nothing that was meant is lost by it. Others are shown, never made.
  public let isSafe: Bool

  public init(line: Int, column: Int, length: Int, replacement: String, isSafe: Bool = false) {
    self.line = line
    self.column = column
    self.length = length
    self.replacement = replacement
    self.isSafe = isSafe
  }

  /// Another text in place of what a finding is about.
  public init(replacing place: Place, with replacement: String, isSafe: Bool = false) {
    self.init(line: place.line, column: place.column, length: place.length, replacement: replacement, isSafe: isSafe)
  }
}

/// A place in a file of content.
public struct Place: Sendable, Hashable, Comparable {
  /// The file's path, relative to the content folder.
  public let path: String
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars.
  public let column: Int
  /// How many scalars are meant, for a caret under them; at least 1.
  public let length: Int

  public init(path: String, line: Int, column: Int, length: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
  }

  public static func < (left: Place, right: Place) -> Bool {
    (left.path, left.line, left.column, left.length) < (right.path, right.line, right.column, right.length)
  }
}
