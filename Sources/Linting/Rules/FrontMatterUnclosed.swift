import Cataloging

extension Rule {
  static let frontMatterUnclosed = Rule(
    .frontMatterUnclosed,
    summary: "Front matter is closed by a line `---`.",
    reason: "Without the second fence the whole file counts as front matter.",
    bad: """
      ---
      title: Address in use

      ## What it looks like
      """,
    good: """
      ---
      title: Address in use
      ---

      ## What it looks like
      """)
}
