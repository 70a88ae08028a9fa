import Cataloging

extension Rule {
  static let duplicateSlug = Rule(
    .duplicateSlug,
    summary: "A slug is unique in the site, whatever its area.",
    reason: "An entry's address is /errors/slug/, without the area. On some disks two names that differ in case only are one file.",
    bad: """
      entries/node/bind.md
      entries/go/bind.md
      """,
    good: """
      entries/node/node-bind.md
      entries/go/go-bind.md
      """)
}
