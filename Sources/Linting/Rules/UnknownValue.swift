import Cataloging

extension Rule {
  static let unknownValue = Rule(
    .unknownValue,
    summary: "A value is one of those that its key takes.",
    reason: "Roles are cause, wrapper and exit-status; draft and only are true or false; language is a tag such as en.",
    bad: "role: couse",
    good: "role: cause")
}
