import Cataloging

extension Rule {
  static let placeholderInTitle = Rule(
    .placeholderInTitle,
    summary: "A title has no placeholder.",
    reason: "A title stands in lists, in search results and in the browser's tab, where there is no value to fill in.",
    bad: "title: Port {port} is taken",
    good: "title: The port is taken")
}
