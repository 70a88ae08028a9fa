import Cataloging

extension Rule {
  static let badStyle = Rule(
    .badStyle,
    summary: "A style is a name that the stylesheet knows, and a value that stays in its declaration.",
    reason: """
      The values of `style` in site.yml take the place of the custom properties that the stylesheet begins with; a misspelt name \
      would change nothing, in silence. What could end the declaration or ask another server for something is refused.
      """,
    bad: #"style: { accent: "url(https://example.com/x)" }"#,
    good: ##"style: { accent: "#0a5" }"##)
}
