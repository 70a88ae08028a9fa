import Cataloging
import Decoding

extension Rule {
  static let foreignShell = Rule(
    id: "foreign-shell",
    summary: "A command is written in the language of its fence, for programs that its systems have.",
    reason: """
      A reader on Windows who pastes `export PORT=3001` or `grep` into PowerShell gets a second error on top of the first; so does one who \
      pastes `Get-Process` into bash. sh and bash are checked by the shell itself; PowerShell and cmd are not parsed: what is clearly another \
      shell's is found by the names of its programs and by its marks: a backslash at the end of a line, `$env:`, `%NAME%`, /dev/null.

      `&&` is right in PowerShell 7. Windows has no sudo that can be relied on.
      """,
    bad: """
      ```powershell windows look
      netstat -ano | grep 3000
      ```
      """,
    good: """
      ```powershell windows look
      netstat -ano | Select-String 3000
      ```
      """,
    check: .entry { entry, rule in
      entry.commands.flatMap { command in
        ForeignWord.all(in: command).map { word in
          let place = entry.place(command.written, word.range)
          return rule.finding(at: place, word.message, hint: word.hint, fix: word.replacement.map { Fix(replacing: place, with: $0) })
        }
      }
    })
}
