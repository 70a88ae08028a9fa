import Cataloging

extension Rule {
  static let tooFewSamples = Rule(
    .tooFewSamples,
    summary: "An entry has as many samples as site.yml asks for.",
    reason: "`minimum` in site.yml says how much proof an entry of this site needs.",
    bad: """
      samples:
        - text: …      # minimum: { samples: 2 }
      """,
    good: """
      samples:
        - text: …
        - text: …
      """)
}
