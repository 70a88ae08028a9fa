import Decoding

/// The steps of a fix, with the commands for one system filled in.
struct StepPrinter {
  let entry: IndexedEntry
  let values: FillValues
  /// Nil prints the commands of all systems, each named.
  let system: System?
  let terminal: Terminal

  /// The step's title and its commands, each behind what is said of it; the step's text when it has no command.
  func text(of step: IndexedStep, number: Int) -> String {
    let label = "\(number). "
    let title = terminal.wrapped(entry.filled(step.title, with: values), indent: label.count)
    var lines = [terminal.styled(label + title.dropFirst(label.count), .bold)]
    let commands = commands(of: step)
    if step.commands.isEmpty {
      lines.append(terminal.wrapped(entry.filled(step.text, with: values), indent: label.count))
    } else if commands.isEmpty {
      let systems = Set(step.commands.flatMap(\.systems)).sorted().map(\.title).joined(separator: " and ")
      lines.append(terminal.styled(String(repeating: " ", count: label.count) + "Only for \(systems).", .dim))
    }
    for assumption in assumptions(in: step, number: number) {
      lines.append(terminal.styled(terminal.wrapped(assumption, indent: label.count), .yellow))
    }
    var heading = ""
    var note = ""
    for command in commands {
      if command.note != note, !command.note.isEmpty {
        note = command.note
        if lines.count > 1 { lines.append("") }
        lines.append(terminal.wrapped(entry.filled(note, with: values), indent: label.count))
        heading = ""
      }
      if heading != self.heading(of: command) {
        heading = self.heading(of: command)
        lines.append(String(repeating: " ", count: label.count) + styled(heading, for: command.risk))
      }
      let text = entry.filled(command, with: values).text
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.isEmpty ? "" : String(repeating: " ", count: label.count + 4) + terminal.styled(String(line), .cyan)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Which values in a step's commands are examples that no step before it has named, and how to give one's own.
  private func assumptions(in step: IndexedStep, number: Int) -> [String] {
    let names = { (step: IndexedStep) in entry.assumedNames(in: commands(of: step), with: values) }
    let earlier = Set(entry.steps.prefix(number - 1).flatMap(names))
    return names(step).filter { !earlier.contains($0) }.map { name in
      let reason = values.own[name] == nil ? "the text names no \(name)" : "your \(name) cannot stand safely in a command"
      return "\(values.examples[name] ?? "") is an example: \(reason). Give yours with --set \(name)=…"
    }
  }

  private func commands(of step: IndexedStep) -> [IndexedCommand] { step.commands.filter { $0.isFor(system) } }

  private func heading(of command: IndexedCommand) -> String { command.heading(namesSystems: system == nil) }

  private func styled(_ text: String, for risk: Risk) -> String {
    switch risk {
    case .look: terminal.styled(text, .dim)
    case .change: terminal.styled(text, .yellow)
    case .destroy: terminal.styled(text, .boldRed)
    }
  }
}

extension IndexedCommand {
  /// What the command may do, and for which systems it is: `destroy (can lose data), Linux and macOS`.
  func heading(namesSystems: Bool) -> String {
    let risk =
      switch risk {
      case .look: "look (reads only)"
      case .change: "change"
      case .destroy: "destroy (can lose data)"
      }
    guard namesSystems, !systems.isEmpty else { return risk }
    return risk + ", " + systems.map(\.title).joined(separator: " and ")
  }
}
