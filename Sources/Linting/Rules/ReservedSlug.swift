import Cataloging

extension Rule {
  static let reservedSlug = Rule(
    .reservedSlug,
    summary: "A slug is no subcommand of decode.",
    reason: "`decode run`, `decode list` and `decode help` are commands; an entry of that name could not be looked up.",
    bad: "entries/npm/run.md",
    good: "entries/npm/npm-run.md")
}
