import Cataloging
import Decoding

extension Rule {
  static let slowSignature = Rule(
    id: "slow-signature",
    severity: .warning,
    summary: "A signature holds four characters in a row by which a text is searched.",
    reason: """
      Texts of many megabytes are searched for four neighbouring characters of each signature: letters, digits and `_-.:=()+*#@%;`, no \
      blanks, quotes or slashes. A signature without such four, as "{word} is {word}", is tried on every line that holds what little there \
      is of it, and slows down every search of everybody. A choice counts when each of its alternatives has four, with the fixed text \
      beside it.

      In other scripts two characters do, accents and frames count as two or three: "╰─> {package}" is found, "在 {path}" is not.
      """,
    bad: #"- match: "'{user}' is not in it""#,
    good: #"- match: "'{user}' is not in the sudoers file""#,
    check: { material, rule in
      material.entries.flatMap { read in
        zip(read.entry.signatures, read.writing.signatures).flatMap { signature, writing in
          zip(signature.lines + signature.unless, writing.lines + writing.unless).compactMap { pattern, written in
            pattern.isFoundByGram
              ? nil
              : rule.finding(
                at: material.place(written), "this signature has no four characters in a row to search for",
                hint: "take in a longer word of the fixed text that stands beside it")
          }
        }
      }
    })
}
