import Cataloging
import Decoding

extension Rule {
  static let unmarkedDestroy = Rule(
    id: "unmarked-destroy",
    summary: "A command that loses data, or ends something by force, is marked `destroy`.",
    reason: """
      Readers copy commands in a hurry. `destroy` shows them a warning, keeps the command behind those that look and change, and \
      lets no value of a log fill it. `rm`, `dd`, `git reset --hard`, `DROP TABLE`, `docker compose down -v`, `kubectl delete`, \
      `kill -9` and their kin are known to the check, also behind `sudo`, `xargs`, `ssh`, `docker exec` and `sh -c`.

      A single pod that is deleted gently only needs `change`: whatever made it makes another. So does a variable of PowerShell's \
      environment, and swap in a file.

      What the check does not know is not complained of: whoever writes the command decides.
      """,
    bad: """
      ```sh linux change
      rm -rf node_modules
      ```
      """,
    good: """
      ```sh linux destroy
      rm -rf node_modules
      ```
      """,
    check: .entry { entry, rule in
      entry.findings(rule, ofCommandsMarkedBelow: .destroy) { effect, command in
        let forWhom = command.systems.isEmpty ? "" : command.systems.map(\.rawValue).joined(separator: " ") + " "
        return (
          "this \(effect.reason), and the fence is marked '\(command.risk.rawValue)'",
          "mark it ```\(command.shell.rawValue) \(forWhom)destroy, in a fence of its own, and say before it what may be lost"
        )
      }
    })
}

extension EntryMaterial {
  /// A finding for each command whose effect is known to be as great as a risk, in a fence marked with a smaller one.
  func findings(
    _ rule: Rule, ofCommandsMarkedBelow risk: Risk, text: (CommandEffect, Command) -> (message: String, hint: String)
  ) -> [Finding] {
    commands.filter { $0.command.risk < risk }.flatMap { command in
      zip(command.invocations, command.effects).compactMap { invocation, effect -> Finding? in
        guard let effect, effect.risk == risk else { return nil }
        let (message, hint) = text(effect, command.command)
        return rule.finding(at: place(command.written, invocation.wholeRange), message, hint: hint)
      }
    }
  }
}
