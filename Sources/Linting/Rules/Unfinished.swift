import Cataloging

extension Rule {
  static let unfinished = Rule(
    .unfinished,
    summary: "Nothing is left to be written.",
    reason: """
      decode-site new writes an entry in which TODO: stands wherever only you know what to say, with a hint behind it. A value, a heading, a \
      paragraph or a line of a fence that begins so is a note to its writer, and would be published as it is.

      Write the text in place of the whole note, or take the part out that you do not need.
      """,
    bad: #"summary: "TODO: what it means, and what to do first""#,
    good: "summary: Another process listens on the port. Find it, stop it, or take another port.")
}
