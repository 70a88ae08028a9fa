import Cataloging

extension Rule {
  static let fileTooLarge = Rule(
    .fileTooLarge,
    summary: "A file of content has at most 1 MiB.",
    reason: """
      An entry has some kilobytes, and a sample is a paste: the error with some lines around it. A larger file was put there by mistake, \
      and is not read.
      """,
    bad: "samples/eaddrinuse/journal.txt (50 MB)",
    good: "samples/eaddrinuse/journal.txt (40 lines)")
}
