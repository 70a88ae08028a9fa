import Cataloging

extension Rule {
  static let fenceWord = Rule(
    .fenceWord,
    summary: "Behind a fence's language stand systems and one risk only.",
    reason: """
      Systems are linux, macos and windows; risks are look, change and destroy. A snippet of any other language has none of them: it \
      is shown as it is.
      """,
    bad: "```sh linx look",
    good: "```sh linux look")
}
