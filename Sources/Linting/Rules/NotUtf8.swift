import Cataloging

extension Rule {
  static let notUTF8 = Rule(
    .notUTF8,
    summary: "Content is UTF-8.",
    reason: """
      Other encodings cannot be told apart with certainty. A byte-order mark is accepted. Raw bytes of another encoding belong in a \
      file of samples/.
      """,
    bad: #"title: Port d\xE9j\xE0 pris (Latin-1)"#,
    good: "title: Port déjà pris (UTF-8)")
}
