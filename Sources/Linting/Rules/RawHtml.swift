import Cataloging

extension Rule {
  static let rawHTML = Rule(
    .rawHTML,
    summary: "An entry has no raw HTML.",
    reason: """
      It is not shown: the site's pages, `decode` and the Markdown beside each page are made from the same text, and HTML means \
      something in one of them only.
      """,
    bad: "Press <kbd>Ctrl</kbd>+C.",
    good: "Press Ctrl+C.")
}
