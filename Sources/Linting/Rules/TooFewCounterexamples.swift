import Cataloging

extension Rule {
  static let tooFewCounterexamples = Rule(
    .tooFewCounterexamples,
    summary: "An entry has as many counterexamples as site.yml asks for.",
    reason: "`minimum` in site.yml says how much proof an entry of this site needs.",
    bad: """
      counterexamples:
        - text: port 3001 was in use      # minimum: { counterexamples: 2 }
      """,
    good: """
      counterexamples:
        - text: port 3001 was in use
        - text: the address book is in use
      """)
}
