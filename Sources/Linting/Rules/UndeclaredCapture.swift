import Cataloging

extension Rule {
  static let undeclaredCapture = Rule(
    .undeclaredCapture,
    summary: "A sample's captures are holes of the entry's signatures.",
    reason: "A value under a name that no signature has is checked against nothing.",
    bad: #"captures: { prt: "3000" }"#,
    good: #"captures: { port: "3000" }"#)
}
