package import Cataloging
import Decoding

extension Entry {
  /// Every command fence, in the order of the file.
  package var commands: [Command] {
    Self.commands(of: body.looks + body.why + body.causes.flatMap(\.parts)) + fixes
      + Self.commands(of: body.prevention + body.faqIntroduction + body.questions.flatMap(\.parts))
  }

  /// The command fences of *How to fix it*.
  package var fixes: [Command] { Self.commands(of: body.fix + body.steps.flatMap(\.parts)) }

  private static func commands(of parts: [Part]) -> [Command] {
    let commands = parts.flatMap { part in if case .commands(let panels) = part { panels.flatMap(\.commands) } else { [] as [Command] } }
    return commands.sorted { $0.line < $1.line }
  }
}

/// A command fence and what was read of it, once for all rules.
struct ReadCommand: Sendable {
  let command: Command
  let written: WrittenText
  /// Whether it stands in *How to fix it*.
  let isFix: Bool
  let simpleCommands: [SimpleCommand]
  /// Every program that it runs.
  let invocations: [Invocation]
  /// What each of them does to its system, as far as that is known.
  let effects: [CommandEffect?]

  static func all(of entry: Entry) -> [ReadCommand] {
    let fixes = Set(entry.fixes.map(\.line))
    return entry.commands.map { command in
      let simpleCommands = SimpleCommand.all(in: command.text, shell: command.shell)
      let invocations = Invocation.all(of: simpleCommands)
      return ReadCommand(
        command: command, written: WrittenText(command, path: entry.path), isFix: fixes.contains(command.line),
        simpleCommands: simpleCommands, invocations: invocations, effects: invocations.map(CommandEffect.of))
    }
  }
}
