/// The keys of all files of content, as a page of Markdown.
public enum ContentReference {
  public static let markdown =
    """
    # The keys of content

    Every value is the text as written: `3.10`, `no` and `2026-11-22` need no quotes. Quotes are for text with `: `, ` #`, or a first
    character that means something to YAML. What else an entry must have is said by `decode-site check`, and by `decode-site check --explain RULE`.

    <!-- Written by `make docs` from the table that the programs read content with: change Sources/Cataloging/Schema, not this page. -->

    """
    + section("The front matter of `content/entries/<area>/<slug>.md`", .entry)
    + section("A signature", .signature) + section("A sample", .sample) + section("A counterexample", .counterexample)
    + section("`content/site.yml`", .site) + section("`callout` of the site", .callout) + section("`minimum` of the site", .minimum)
    + section("Each area of `content/areas.yml`, each condition of `content/conditions.yml`", .grouping, preface: groupings)

  private static let groupings = "The files hold slugs; below each slug stand these keys.\n\n"

  private static func section(_ title: String, _ table: FieldTable, preface: String = "") -> String {
    let rows = table.fields.map { field in
      let need = field.isRequired ? "yes" : table.alternatives.contains(field.name) ? "one of \(words(table.alternatives))" : ""
      return "| `\(field.name)` | \(need) | \(words(of: field.shape)) | \(field.summary.replacing("|", with: "\\|")) |\n"
    }
    return "\n## \(title)\n\n\(preface)| key | required | value | meaning |\n| --- | --- | --- | --- |\n" + rows.joined()
  }

  private static func words(of shape: Field.Shape) -> String {
    switch shape {
    case .line(let form, let longest): words(of: form) + (longest.map { ", at most \($0) characters" } ?? "")
    case .text: "text"
    case .word(let words): self.words(words)
    case .flag: "`true` or `false`"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .list(.map(let table), _): "a list, each item \(table.subject)"
    case .list(let item, _): "a list, each item \(words(of: item))"
    case .map: "keys, told below"
    case .values(let name, _, _): "for each \(name) its name and value"
    }
  }

  private static func words(of form: Field.Form) -> String {
    switch form {
    case .any: "a line"
    case .slug: "a slug: lower-case letters and digits, joined by single `-`, at most 64 characters"
    case .date: "a day, `YYYY-MM-DD`"
    case .address: "an address, `https://…`"
    case .siteAddress: "an address that ends in `/`"
    case .languageTag: "a language tag such as `en` or `pt-BR`"
    case .branch: "letters, digits, `.`, `_`, `/` and `-`"
    case .sampleFile: "`samples/<slug>/<name>.txt`"
    case .styleValue: "letters, digits and `# . , % ( ) - + _`"
    }
  }

  /// `` `a`, `b` or `c` ``.
  private static func words(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
