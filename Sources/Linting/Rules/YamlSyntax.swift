import Cataloging

extension Rule {
  static let yamlSyntax = Rule(
    .yamlSyntax,
    summary: "Front matter is YAML.",
    reason: """
      One mistake in the syntax is reported for a file, since what follows it cannot be known. Text that holds `: ` or begins with [ { \
      & * ! | > % @ or a quote stands between quotes.
      """,
    bad: "title: EADDRINUSE: address already in use",
    good: #"title: "EADDRINUSE: address already in use""#)
}
