import Cataloging

extension Rule {
  static let unknownArea = Rule(
    .unknownArea,
    summary: "An entry's area is in areas.yml.",
    reason: "The area is the entry's folder; areas.yml gives it a title and a summary for its own page.",
    bad: "entries/nod/eaddrinuse.md",
    good: "entries/node/eaddrinuse.md")
}
