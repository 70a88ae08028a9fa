import Cataloging

extension Rule {
  static let yamlFeature = Rule(
    .yamlFeature,
    summary: "Front matter does without anchors, aliases, tags and second documents.",
    reason: "They make a value depend on something elsewhere, or multiply it without end. Every value is the text that is written.",
    bad: """
      summary: &s Something listens.
      title: *s
      """,
    good: """
      summary: Something listens.
      title: Address in use
      """)
}
