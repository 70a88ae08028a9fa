import Cataloging

extension Rule {
  static let externalLinkMoved = Rule(
    id: "external-link-moved",
    severity: .warning,
    summary: "A link out of the site names the address where the page is, not where it was.",
    reason: """
      Checked with `--links external` only. A server that answers 301 or 308 says that the page has another address for good; the old one \
      works until somebody tidies up. Passing redirects (302, 303, 307) are no finding.
      """,
    bad: #"references: ["http://docs.example.com/networking"]"#,
    good: #"references: ["https://docs.example.com/networking"]"#,
    check: .entry { entry, rule in
      try ExternalLinks.all(in: entry).compactMap { link in
        guard case .moved(let target) = link.state else { return nil }
        return rule.finding(
          at: link.place, "this page has moved for good to \(target)", hint: "write the new address, if it is the same page",
          fix: Fix(replacing: link.place, with: target))
      }
    })
}
