extension FieldTable {
  /// `site.yml`.
  static let site = FieldTable(
    subject: "a site",
    fields: [
      Field(name: "title", shape: .line(), isRequired: true, summary: "The site's name."),
      Field(
        name: "url", shape: .line(.siteAddress),
        summary: "Where it will be, ending in `/`. Without it there are no canonical addresses, no sitemap and no feed."),
      Field(name: "description", shape: .line(), isRequired: true, summary: "What the site is, in a sentence."),
      Field(name: "language", shape: .line(.languageTag), summary: "The language of the entries; `en` when it is left out."),
      Field(name: "repository", shape: .line(.address), summary: "Where the content's source is; pages link to it for edits and reports."),
      Field(name: "branch", shape: .line(.branch), summary: "The branch that edits start from; `main` when it is left out."),
      Field(name: "callout", shape: .map(callout), summary: "A word about a product, shown once on every entry's page."),
      Field(name: "minimum", shape: .map(minimum), summary: "What every entry must have at least."),
      Field(
        name: "style", shape: .values("style", names: .slug, values: .styleValue), summary: "Values for the stylesheet's custom properties."
      ),
      Field(name: "faq_json_ld", shape: .flag, summary: "`true`: the questions are published as structured data, too."),
    ])

  static let callout = FieldTable(
    subject: "a callout",
    fields: [
      Field(name: "title", shape: .line(), isRequired: true, summary: "Its heading."),
      Field(name: "text", shape: .line(), isRequired: true, summary: "What it says."),
      Field(name: "points", shape: .list(.line()), summary: "A list below the text."),
      Field(name: "link", shape: .line(.address), summary: "Where to read more."),
    ])

  static let minimum = FieldTable(
    subject: "a minimum",
    fields: [
      Field(name: "samples", shape: .number(0...100), summary: "Samples of an entry; 1 when it is left out."),
      Field(name: "counterexamples", shape: .number(0...100), summary: "Counterexamples of an entry; 1 when it is left out."),
      Field(name: "faq", shape: .number(0...100), summary: "Questions of an entry; 0 when it is left out."),
    ])

  /// An area in `areas.yml`, a condition in `conditions.yml`.
  static let grouping = FieldTable(
    subject: "a grouping",
    fields: [
      Field(name: "title", shape: .line(), isRequired: true, summary: "Its name."),
      Field(name: "summary", shape: .line(), isRequired: true, summary: "What its entries have in common, in a sentence."),
    ])
}
