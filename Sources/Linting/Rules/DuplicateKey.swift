import Cataloging

extension Rule {
  static let duplicateKey = Rule(
    .duplicateKey,
    summary: "A key stands once in its set of keys.",
    reason: "Readers of YAML disagree on which of two values counts. The later one is passed over here, and that is seldom meant.",
    bad: """
      title: Address in use
      title: Port in use
      """,
    good: "title: Address in use")
}
