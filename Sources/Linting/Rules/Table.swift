import Cataloging

extension Rule {
  static let table = Rule(
    .table,
    summary: "An entry has no tables.",
    reason: "They are no part of CommonMark, and too wide for a phone or a terminal. A list says the same.",
    bad: """
      | port | owner |
      |------|-------|
      | 3000 | node  |
      """,
    good: "- 3000: node")
}
