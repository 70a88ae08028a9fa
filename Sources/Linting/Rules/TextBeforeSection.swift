import Cataloging

extension Rule {
  static let textBeforeSection = Rule(
    .textBeforeSection,
    summary: "Nothing stands before the first section.",
    reason: """
      The quick answer at the top of the page is the summary of the front matter; text before the first heading would have no place on \
      the page.
      """,
    bad: """
      ---

      This error is common.

      ## What it looks like
      """,
    good: """
      ---

      ## What it looks like

      This error is common.
      """)
}
