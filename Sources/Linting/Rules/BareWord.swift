import Cataloging

extension Rule {
  static let bareWord = Rule(
    .bareWord,
    summary: "A signature of one word has three counterexamples.",
    reason: """
      A single word stands in much text that is no error. Counterexamples show that healthy text with the word, or parts of it, is \
      left alone.
      """,
    bad: """
      signatures:
        - match: MemoryError
      counterexamples:
        - text: MemoryErrorHandler installed
      """,
    good: """
      signatures:
        - match: MemoryError
      counterexamples:
        - text: MemoryErrorHandler installed
        - text: "class MyMemoryError(Exception):"
        - text: memory error rate 0.0
      """)
}
