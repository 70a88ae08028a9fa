import Cataloging

extension Rule {
  static let unresolvedReference = Rule(
    .unresolvedReference,
    summary: "A reference has its definition.",
    reason: "[text][name] is a link only when a line `[name]: address` defines it; otherwise readers see the brackets.",
    bad: "See [the manual][bind].",
    good: """
      See [the manual][bind].

      [bind]: https://example.com/bind
      """)
}
