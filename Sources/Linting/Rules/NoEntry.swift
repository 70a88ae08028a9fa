import Cataloging

extension Rule {
  static let noEntry = Rule(
    id: "no-entry",
    summary: "The content has an entry.",
    reason: """
      A check that found nothing to check would pass, and mean nothing: the folder is probably the wrong one.
      """,
    bad: "decode-site check --content .",
    good: "decode-site check --content content",
    check: .content { material, rule in
      guard !material.content.files.contains(where: { $0.path.hasPrefix("entries/") }) else { return [] }
      return [
        rule.finding(
          at: Place(path: "entries", line: 1, column: 1), "there is no entry",
          hint: "name the content folder with --content, or add an entry as entries/<area>/<slug>.md")
      ]
    })
}
