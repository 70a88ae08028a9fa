import Cataloging

extension Rule {
  static let captureWithoutExample = Rule(
    .captureWithoutExample,
    summary: "Every hole has a value in a sample.",
    reason: """
      When a reader's text lacks a value, the sample's stands in for it, marked as an example. Without one, a command would have \
      nothing to show.
      """,
    bad: """
      signatures:
        - match: "listen EADDRINUSE {host}:{port}"
      samples:
        - captures: { host: "::" }
      """,
    good: """
      signatures:
        - match: "listen EADDRINUSE {host}:{port}"
      samples:
        - captures: { host: "::", port: "3000" }
      """)
}
