import Cataloging

extension Rule {
  static let unknownKey = Rule(
    .unknownKey,
    summary: "Keys are those that exist.",
    reason: "A misspelt key would be passed over in silence, and with it what it was to say.",
    bad: "sumary: Something listens on the port.",
    good: "summary: Something listens on the port.")
}
