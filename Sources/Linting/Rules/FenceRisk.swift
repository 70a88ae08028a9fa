import Cataloging

extension Rule {
  static let fenceRisk = Rule(
    .fenceRisk,
    summary: "Every command says what it risks.",
    reason: """
      `look` only reads, `change` alters state, `destroy` can lose data. Readers who are tired and in a hurry see it beside the \
      command, and it decides which values may fill the command.
      """,
    bad: "```sh linux",
    good: "```sh linux look")
}
