import Cataloging

extension Rule {
  static let controlCharacter = Rule(
    .controlCharacter,
    summary: "An entry holds no control characters.",
    reason: """
      They are invisible in an editor and steer the terminal of whoever prints the file. Raw bytes of a sample belong in a file of \
      samples/. Only the first one of a file is reported.
      """,
    bad: #"text: "␛[31mError""#,
    good: "file: samples/eaddrinuse/nodemon.txt")
}
