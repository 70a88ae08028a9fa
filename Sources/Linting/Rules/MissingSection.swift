import Cataloging

extension Rule {
  static let missingSection = Rule(
    .missingSection,
    summary: "An entry has the five sections.",
    reason: """
      What it looks like, Why it happens, How to fix it, Stop it happening again, FAQ: readers find the same thing at the same place \
      on every page. A section may be empty.
      """,
    bad: """
      ## How to fix it
      ## FAQ
      """,
    good: """
      ## How to fix it
      ## Stop it happening again
      ## FAQ
      """)
}
