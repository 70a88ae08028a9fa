import Cataloging

extension Rule {
  static let unknownRelated = Rule(
    .unknownRelated,
    summary: "A related entry exists, and is another one.",
    reason: "`related` lists slugs of entries that are in the site; an entry is not related to itself.",
    bad: "related: [elifecyle]",
    good: "related: [elifecycle]")
}
