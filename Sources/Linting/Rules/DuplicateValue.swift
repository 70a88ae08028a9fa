import Cataloging

extension Rule {
  static let duplicateValue = Rule(
    .duplicateValue,
    summary: "A value stands once in its list.",
    reason: "The second one says nothing, and was probably meant to be another.",
    bad: #"aliases: ["Errno 98", "Errno 98"]"#,
    good: #"aliases: ["Errno 98", "WSAEADDRINUSE"]"#)
}
