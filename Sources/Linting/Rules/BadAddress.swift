import Cataloging

extension Rule {
  static let badAddress = Rule(
    .badAddress,
    summary: "An address of the web is written in full.",
    reason: """
      References, the site's own address and the callout's link are printed as links. Without https:// a browser takes them for a page \
      of this site.

      The address of the site also ends in /, because pages are named behind it.
      """,
    bad: #"references: ["example.com/bind"]"#,
    good: #"references: ["https://example.com/bind"]"#)
}
