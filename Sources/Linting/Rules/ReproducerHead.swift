import Cataloging

extension Rule {
  static let reproducerHead = Rule(
    .reproducerHead,
    summary: "A script that provokes an error says what it needs and what it was run with.",
    reason: """
      decode-site reproduce runs a script only where the commands are installed that its line Needs names, and the line Run with tells the \
      next writer which versions printed what the samples show.

      The script begins with #!/bin/sh; the comment directly behind it holds both lines. Needs names commands, apart by commas, each perhaps \
      with a note in brackets; a script that needs nothing says sh.
      """,
    bad: "# Needs: a running node 20",
    good: "# Needs: node (20 or newer), psql")
}
