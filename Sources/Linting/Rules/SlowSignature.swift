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
    check: .entry { entry, rule in
      zip(entry.read.entry.signatures, entry.read.writing.signatures).flatMap { signature, writing in
        zip(signature.lines + signature.unless, writing.lines + writing.unless).compactMap { pattern, written in
          holdsWord(pattern) || pattern.isFoundByGram
            ? nil
            : rule.finding(
              at: entry.place(written), "this signature has no four characters in a row to search for",
              hint: "take in a longer word of the fixed text that stands beside it")
        }
      }
    })

  /// Whether the fixed text holds four letters or digits in a row, which is enough, and nearly always so.
  private static func holdsWord(_ pattern: Signature) -> Bool {
    pattern.elements.contains { element in
      guard case .literal(let scalars) = element else { return false }
      var length = 0
      return scalars.contains { scalar in
        length = scalar.isWordScalar ? length + 1 : 0
        return length == 4
      }
    }
  }
}
