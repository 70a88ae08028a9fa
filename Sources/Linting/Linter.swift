public import Cataloging
public import Decoding

/// Holds content to all rules.
public enum Linter {
  /// Everything that is wrong with the content, in the order of places.
  ///
  /// - Parameters:
  ///   - today: The day to judge dates by, `YYYY-MM-DD`.
  ///   - outside: Programs and servers that may be asked; rules that need them are silent without.
  ///   - perform: Does the work side by side; the findings are the same without it.
  /// - Throws: `IndexFailure` when an index that was just made cannot be read; what `outside` throws.
  public static func findings(
    in content: ReadContent, today: String, outside: Outside = Outside(), perform: DecodingSession.Performer? = nil
  ) throws -> [Finding] {
    try findings(in: Material(content, today: today, outside: outside, perform: perform))
  }

  /// The same of a material that others ask too, so that everything is tried once.
  package static func findings(in material: Material) throws -> [Finding] {
    let found = try Rule.all.flatMap { rule in try rule.check?(material, rule) ?? [] }
    return (material.content.findings + found).sorted(by: Finding.isBefore)
  }
}
