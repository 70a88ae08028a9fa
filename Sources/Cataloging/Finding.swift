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

  public init(rule: String, severity: Severity = .error, place: Place, message: String, hint: String) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
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
