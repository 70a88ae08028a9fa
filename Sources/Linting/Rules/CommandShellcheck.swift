import Cataloging

extension Rule {
  static let commandShellcheck = Rule(
    id: "command-shellcheck",
    summary: "shellcheck has no warning for a command of sh or bash.",
    reason: """
      Where shellcheck is installed, it looks at each `sh` and `bash` fence; its errors and warnings are findings, its notes on style are not. \
      In an `sh` fence it also finds what only bash has.

      A fence is a piece out of a terminal, not a program, so these are left out: variables that are set or used elsewhere (SC2034, SC2154), \
      `cd` that may fail (SC2164), words that are split on purpose, as in kill $(pgrep app) (SC2046), assignments that hide a status (SC2155), \
      braces of git and docker (SC1083), ls for people to read (SC2010).
      """,
    bad: """
      ```sh linux change
      sudo echo 1 > /proc/sys/vm/overcommit_memory
      ```
      """,
    good: """
      ```sh linux change
      echo 1 | sudo tee /proc/sys/vm/overcommit_memory
      ```
      """,
    check: .entry { entry, rule in
      try entry.findings(rule, ofCommandsBy: { $0.code != nil && !isLeftOut($0) }) { complaint, _ in
        ("\(complaint.message) (\(complaint.code ?? ""))", "see https://www.shellcheck.net/wiki/\(complaint.code ?? "")")
      }
    })

  private static let leftOut: Set<String> = ["SC2034", "SC2154", "SC2164", "SC2046", "SC2155", "SC1083", "SC2010"]

  private static func isLeftOut(_ complaint: ShellComplaint) -> Bool { complaint.code.map(leftOut.contains) ?? false }
}
