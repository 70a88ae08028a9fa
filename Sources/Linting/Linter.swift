public import Cataloging
public import Decoding

/// Holds content to all rules.
public enum Linter {
  /// Everything that is wrong with the content, in the order of places.
  ///
  /// - Parameters:
  ///   - today: The day to judge dates by, `YYYY-MM-DD`.
  ///   - perform: Does the work side by side; the findings are the same without it.
  /// - Throws: `IndexFailure` when an index that was just made cannot be read.
  public static func findings(
    in content: ReadContent, today: String, perform: DecodingSession.Performer? = nil
  ) throws -> [Finding] {
    let material = Material(content, today: today, perform: perform)
    let found = try Rule.all.flatMap { rule in try rule.check?(material, rule) ?? [] }
    return (content.findings + found).sorted(by: Finding.isBefore)
  }
}
