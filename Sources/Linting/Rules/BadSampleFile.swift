import Cataloging

extension Rule {
  static let badSampleFile = Rule(
    .badSampleFile,
    summary: "A sample's file lies below samples/ and is there.",
    reason: """
      Raw bytes that YAML cannot hold, such as colour codes, stand in files below samples/. Every other path is refused, so that an \
      entry never depends on something outside of its own content.
      """,
    bad: """
      samples:
        - file: ../logs/nodemon.txt
      """,
    good: """
      samples:
        - file: samples/eaddrinuse/nodemon.txt
      """)
}
