import Cataloging

extension Rule {
  static let duplicateSection = Rule(
    .duplicateSection,
    summary: "Each of the five sections stands once.",
    reason: "A page has each section at one place. Text under a second heading of the same name would be lost.",
    bad: """
      ## FAQ
      …
      ## FAQ
      """,
    good: """
      ## FAQ
      …
      """)
}
