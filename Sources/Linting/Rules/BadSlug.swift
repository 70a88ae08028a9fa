import Cataloging

extension Rule {
  static let badSlug = Rule(
    .badSlug,
    summary: "A slug has lower-case letters and digits, joined by single hyphens.",
    reason: """
      Slugs become addresses, names of files and words on the command line. Everything else would have to be quoted or encoded \
      somewhere. At most 64 characters.
      """,
    bad: "condition: Address_In_Use",
    good: "condition: address-in-use")
}
