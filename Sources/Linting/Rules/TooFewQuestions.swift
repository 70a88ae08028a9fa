import Cataloging

extension Rule {
  static let tooFewQuestions = Rule(
    .tooFewQuestions,
    summary: "An entry answers as many questions as site.yml asks for.",
    reason: """
      The FAQ answers what people search for next. `minimum` in site.yml says how many questions an entry of this site answers.
      """,
    bad: "## FAQ",
    good: """
      ## FAQ

      ### Is it safe to stop the other process?

      Only when you know what it is.
      """)
}
