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
    // What entries share is made before they are looked at side by side, by all cores: nobody waits for another one to make it.
    let trials = try material.trials()
    _ = try (material.scripts(), material.linkStates())
    let found = Portions.map(Array(material.entries.indices), perform: material.perform) { index in
      Result { try findings(in: EntryMaterial(material, index: index, trials: trials.entries[index])) }
    }
    var all = material.content.findings
    for result in found { all += try result.get() }
    for rule in Rule.all {
      if case .content(let check)? = rule.check { all += try check(material, rule) }
    }
    return all.sorted(by: Finding.isBefore)
  }

  private static func findings(in entry: EntryMaterial) throws -> [Finding] {
    var findings: [Finding] = []
    for rule in Rule.all {
      if case .entry(let check)? = rule.check { findings += try check(entry, rule) }
    }
    return findings
  }
}
