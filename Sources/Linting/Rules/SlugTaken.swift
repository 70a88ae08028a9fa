import Cataloging

extension Rule {
  static let slugTaken = Rule(
    .slugTaken,
    summary: "An old slug is no other page's.",
    reason: "`formerly` makes redirects: an address that is a page of its own, or leads to two pages, cannot be one.",
    bad: "formerly: [eaddrinuse]        # while entries/node/eaddrinuse.md exists",
    good: "formerly: [node-eaddrinuse]")
}
