import Cataloging

extension Rule {
  static let missingKey = Rule(
    .missingKey,
    summary: "Required keys are there.",
    reason: """
      An entry has title, summary, updated, signatures, samples and counterexamples. A sample has its raw text (text or file) and a \
      source, so that anyone can see where it comes from.
      """,
    bad: """
      samples:
        - text: "Error: listen EADDRINUSE"
      """,
    good: """
      samples:
        - text: "Error: listen EADDRINUSE"
          source: captured with Node 20.20.2 on Debian 12
      """)
}
