import Cataloging

extension Rule {
  static let deadLink = Rule(
    .deadLink,
    summary: "A link leads to a page and an anchor of the site.",
    reason: """
      Links between entries are written as files (../area/slug.md, which works on the repository's pages too) or as /errors/slug/. \
      Both are rewritten for the site, so both must exist. A page that is a draft is not published.
      """,
    bad: "See [the Go entry](../go/go-bind.md#faq-wy).",
    good: "See [the Go entry](../go/go-bind.md#faq-why).")
}
