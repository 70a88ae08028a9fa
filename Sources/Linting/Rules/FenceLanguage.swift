import Cataloging

extension Rule {
  static let fenceLanguage = Rule(
    .fenceLanguage,
    summary: "A command names its shell as sh, bash, powershell or cmd.",
    reason: """
      The shell decides how a captured value is quoted, and that is what keeps hostile text out of a command. Other names for the same \
      shell are not known to the renderer.
      """,
    bad: "```shell linux look",
    good: "```sh linux look")
}
