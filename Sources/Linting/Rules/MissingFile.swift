import Cataloging

extension Rule {
  static let missingFile = Rule(
    .missingFile,
    summary: "site.yml and areas.yml are there.",
    reason: "The site takes its title from the one, and the names of its areas from the other.",
    bad: "content/entries/ without content/areas.yml",
    good: """
      content/areas.yml:

      node: { title: Node.js, summary: Errors of Node programs. }
      """)
}
