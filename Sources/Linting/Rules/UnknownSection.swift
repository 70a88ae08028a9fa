import Cataloging

extension Rule {
  static let unknownSection = Rule(
    .unknownSection,
    summary: "A second-level heading is one of the five sections.",
    reason: """
      The page, `decode` and search engines find the causes, steps and answers by these names. Headings of the third level are causes, \
      steps and questions.
      """,
    bad: "## How to repair it",
    good: "## How to fix it")
}
