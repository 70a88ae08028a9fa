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

extension Command {
  /// Every program that it runs.
  package var invocations: [Invocation] { Invocation.all(in: text, shell: shell) }
}
