import Cataloging

extension Rule {
  static let emptyValue = Rule(
    .emptyValue,
    summary: "What is written has a value.",
    reason: "An empty key, list, command or answer is an unfinished thought: the page would have a hole there.",
    bad: "counterexamples: []",
    good: """
      counterexamples:
        - text: port 3001 was in use, took 3002
      """)
}
