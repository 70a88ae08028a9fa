import Cataloging
import Decoding

extension Rule {
  static let weakSignature = Rule(
    id: "weak-signature",
    severity: .warning,
    summary: "A signature holds at least eight characters of fixed text, or stands at an edge of the line.",
    reason: """
      What is as short as "exited {int}" is said by many programs that mean other things, and by people who write about them. The fixed text \
      of a signature, without blanks and holes, has eight characters; or it is tied to an edge by `^` or `$`. Patterns of `lines` count \
      together, as all of them must be there. One word that is longer is another matter: see bare-word.
      """,
    bad: #"- match: "exited {int}""#,
    good: #"- match: "container exited with code {int}""#,
    check: .entry { entry, rule in
      zip(entry.read.entry.signatures, entry.read.writing.signatures).compactMap { signature, writing in
        let fixed = signature.lines.reduce(0) { $0 + $1.weight - $1.holes.count }
        let isTied = signature.lines.contains { $0.isAnchoredAtStart || $0.isAnchoredAtEnd }
        guard fixed < 8, !isTied, let written = writing.lines.first else { return nil }
        return rule.finding(
          at: entry.place(written), "\(fixed) characters of fixed text are found in much that is no error",
          hint: "take in more of the words that the program prints beside them, or write ^ or $ where the line begins or ends")
      }
    })
}
