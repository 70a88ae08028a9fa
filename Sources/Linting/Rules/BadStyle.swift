import Cataloging

extension Rule {
  static let badStyle = Rule(
    .badStyle,
    summary: "A style is a name and a value that stay in their declaration.",
    reason: """
      The values of `style` in site.yml become custom properties of the stylesheet. What could end the declaration or ask another \
      server for something is refused.
      """,
    bad: #"style: { accent: "url(https://example.com/x)" }"#,
    good: ##"style: { accent: "#0a5" }"##)
}
