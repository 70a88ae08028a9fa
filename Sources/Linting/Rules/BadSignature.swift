import Cataloging

extension Rule {
  static let badSignature = Rule(
    .badSignature,
    summary: "A signature is written in the grammar of signatures.",
    reason: """
      A signature is the fixed text that the program always prints, with holes for what varies: {port}, {name:word}; choices {a|b}; \
      gaps {...}; ^ and $ for the ends of a line. Braces that are meant are doubled. The limits of the grammar keep matching fast on \
      any text.
      """,
    bad: #"- match: "listen {addr}:{port}""#,
    good: #"- match: "listen {addr:host}:{port}""#)
}
