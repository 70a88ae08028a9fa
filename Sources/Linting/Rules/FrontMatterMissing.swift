import Cataloging

extension Rule {
  static let frontMatterMissing = Rule(
    .frontMatterMissing,
    summary: "An entry begins with front matter.",
    reason: """
      Line 1 is `---` and nothing else, then come the keys, then another line `---`. Without them there is neither a title nor a \
      signature.
      """,
    bad: """
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
