import Cataloging
import Decoding

extension Rule {
  static let indistinctSignature = Rule(
    id: "indistinct-signature",
    summary: "Some text tells the signatures of two entries apart.",
    reason: """
      When everything that one signature matches is matched by another entry's as well, at the same weight and in a role that is no worse, its \
      own entry never comes first on its own account: the order of the slugs decides, or the other's longer match. The names of holes \
      tell nothing apart, nor do case, blanks and kinds of quotes; and a wider hole takes what a narrower one does.
      """,
    bad: """
      a.md:  - match: "cannot open {file:path}"
      b.md:  - match: "cannot open {path}"
      """,
    good: """
      a.md:  - match: "nginx: [emerg] cannot open {file:path}"
      b.md:  - match: "cannot open {path}"
      """,
    check: .content { material, rule in
      material.findings(
        rule,
        ofPairsWhere: { pair in
          let (narrow, wide) = (pair.narrow.read.entry, pair.wide.read.entry)
          return narrow.slug != wide.slug && (pair.isMutual || wide.role.rank <= narrow.role.rank)
        }, hint: "add what only this error prints, or give it to one entry")
    })
}
