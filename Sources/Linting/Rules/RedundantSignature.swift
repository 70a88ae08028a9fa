import Cataloging

extension Rule {
  static let redundantSignature = Rule(
    id: "redundant-signature",
    severity: .warning,
    summary: "Each signature of an entry matches some text that its others do not, or weighs more.",
    reason: """
      A signature all of whose texts another one of the entry matches at the same weight adds nothing to what is found. It only makes the \
      list longer that readers and the index carry. Where it is there for the value it captures, let the wider one capture it.
      """,
    bad: """
      - match: "cannot open {path}"
      - match: "cannot open {file:path}"
      """,
    good: #"- match: "cannot open {path}""#,
    check: .content { material, rule in
      material.findings(
        rule, ofPairsWhere: { $0.narrow.read.entry.slug == $0.wide.read.entry.slug }, hint: "take one out, or say more in this one")
    })
}
