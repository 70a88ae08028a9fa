import Cataloging

extension Rule {
  static let externalLinkGone = Rule(
    id: "external-link-gone",
    summary: "A link out of the site leads to a page that is there.",
    reason: """
      Checked with `--links external` only, as it takes the network. Servers that answer 404 or 410, to HEAD and to GET, say that the page \
      is gone. Whatever else goes wrong (429, 5xx, no answer, a name that is not found) is no finding: it may be right tomorrow.
      """,
    bad: #"references: ["https://docs.example.com/no-such-page"]"#,
    good: #"references: ["https://docs.example.com/networking"]"#,
    check: .entry { entry, rule in
      try ExternalLinks.all(in: entry).compactMap { link in
        guard case .gone(let status) = link.state else { return nil }
        return rule.finding(
          at: link.place, "the server answers \(status): there is no such page",
          hint: "look for its new address, or take another page that says the same")
      }
    })
}
