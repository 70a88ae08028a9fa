import Cataloging

extension Rule {
  static let wrongShape = Rule(
    .wrongShape,
    summary: "A key holds what it is for: text, a list or a set of keys.",
    reason: "Every scalar is text as it is written; lists are `[a, b]` or one item a line behind `- `.",
    bad: "signatures: listen EADDRINUSE",
    good: """
      signatures:
        - match: listen EADDRINUSE {host}:{port}
      """)
}
