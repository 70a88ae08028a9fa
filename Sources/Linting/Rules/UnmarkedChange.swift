import Cataloging
import Decoding

extension Rule {
  static let unmarkedChange = Rule(
    id: "unmarked-change",
    summary: "A command that alters something is not marked `look`.",
    reason: """
      `look` promises that a command only reads: readers run it without a thought, and the page fills it with values from a shared \
      link. Commands that restart a service, install a package, alter rights, settings or files, or write their output to a file \
      alter the state of the system.

      Only what is certain to alter something is complained of. Containers that are run with --rm, and what goes to /dev/null, may be \
      marked `look`.
      """,
    bad: """
      ```sh linux look
      sudo systemctl restart nginx
      ```
      """,
    good: """
      ```sh linux change
      sudo systemctl restart nginx
      ```
      """,
    check: .entry { entry, rule in
      entry.findings(rule, ofCommandsMarkedBelow: .change) { effect, command in
        let forWhom = command.systems.isEmpty ? "" : command.systems.map(\.rawValue).joined(separator: " ") + " "
        return (
          "this \(effect.reason), and the fence is marked 'look'",
          "mark it ```\(command.shell.rawValue) \(forWhom)change, or give what only looks a fence of its own"
        )
      }
    })
}
