import Cataloging
import Decoding

extension Rule {
  static let commandSyntax = Rule(
    id: "command-syntax",
    summary: "A command of sh or bash can be read by its shell.",
    reason: """
      Each `sh` and `bash` fence is given to `sh -n` or `bash -n`, which reads it and runs nothing. Placeholders and what the reader types \
      (<PID>, in capitals) are replaced by words of the same length first. PowerShell and cmd are not parsed: see foreign-shell.
      """,
    bad: """
      ```sh linux look
      if ss -ltn; then echo yes
      ```
      """,
    good: """
      ```sh linux look
      if ss -ltn; then echo yes; fi
      ```
      """,
    check: .entry { entry, rule in
      try entry.findings(rule, ofCommandsBy: { $0.code == nil }) { complaint, command in
        (
          "\(command.shell.rawValue) cannot read this: \(complaint.message)",
          "try it in a terminal; what the reader types is written in capitals, as <PID>"
        )
      }
    })
}
