import Cataloging

extension Rule {
  static let misplacedFile = Rule(
    .misplacedFile,
    summary: "A file stands where its kind belongs.",
    reason: """
      Entries are entries/<area>/<slug>.md, healthy logs benign/<name>.log, raw text of errors lies below samples/. What stands \
      elsewhere would be passed over in silence.
      """,
    bad: "entries/eaddrinuse.md",
    good: "entries/node/eaddrinuse.md")
}
