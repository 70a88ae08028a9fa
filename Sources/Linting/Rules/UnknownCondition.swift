import Cataloging

extension Rule {
  static let unknownCondition = Rule(
    .unknownCondition,
    summary: "An entry's condition is in conditions.yml.",
    reason: """
      Entries of one condition are shown to each other's readers as the same state in another runtime; conditions.yml gives it a title \
      and a summary.
      """,
    bad: "condition: adress-in-use",
    good: "condition: address-in-use")
}
