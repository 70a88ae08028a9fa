import Cataloging

extension Rule {
  static let unsafeLink = Rule(
    .unsafeLink,
    summary: "A link is http, https or mailto.",
    reason: "Every other scheme, and an address without one, can run code or lead somewhere else than it says.",
    bad: "[here](javascript:go())",
    good: "[here](https://example.com/)")
}
