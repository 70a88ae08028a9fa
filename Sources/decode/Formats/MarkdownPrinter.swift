import Decoding

/// The answer as Markdown, for a ticket or a chat: short, with nothing in it that must not be shared.
struct MarkdownPrinter {
  let site: IndexedSite
  let entryCount: Int
  /// Commands for other systems are left out; nil prints all.
  let system: System?
  let given: [String: String]

  /// How many steps are printed; the page has them all.
  private static let stepCount = 3

  /// - Parameter answer: Without secrets already.
  func text(of answer: Answer, chain: [Diagnosis]) -> String {
    guard let first = answer.diagnoses.first else { return noMatch(answer.nearest) }
    if first.evidence == nil, answer.diagnoses.count > 1 {
      return "Several entries have this name:\n\n" + list(answer.diagnoses) + "\n"
    }
    let values = first.values(given: given)
    var blocks = ["### " + link(to: first.entry)]
    if chain.count > 1 { blocks.append(text(of: chain)) }
    if let evidence = first.evidence { blocks += text(of: evidence, captures: first.captures) }
    if answer.lacksCause { blocks.append(MarkdownText.inert(ChainPrinter.missingCause)) }
    blocks.append(MarkdownText.filled(first.entry.summary, of: first.entry, with: values))
    let steps = first.entry.steps.prefix(Self.stepCount)
    blocks += steps.enumerated().flatMap { text(of: $1, number: $0 + 1, in: first.entry, with: values) }
    blocks += notes(on: first.entry, printed: Array(steps), values: values)
    if answer.diagnoses.count > 1 { blocks.append("Also found:\n\n" + list(Array(answer.diagnoses.dropFirst()))) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func noMatch(_ nearest: [Guess]) -> String {
    let text = "Nothing matched: none of the index's \(entryCount) entries describes this text.\n"
    guard !nearest.isEmpty else { return text }
    let lines = nearest.map { "- " + MarkdownText.link($0.title, to: address($0.url)) + " " + MarkdownText.code($0.slug) }
    return text + "\nNearest, only guesses:\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private func text(of chain: [Diagnosis]) -> String {
    let links = chain.map { diagnosis in
      let name = MarkdownText.code(diagnosis.entry.slug)
      return diagnosis.entry.role == .cause ? "**\(name)** (the cause)" : name
    }
    return "Reported as: " + links.joined(separator: " ← ")
  }

  private func text(of evidence: Diagnosis.Evidence, captures: [Diagnosis.Capture]) -> [String] {
    let times = evidence.occurrences > 1 ? ", \(evidence.occurrences) times in this text" : ""
    let proof = "Line \(evidence.line)\(times):\n\n" + MarkdownText.fence(Terminal.visible(evidence.text), language: "text")
    let values = captures.map { "\($0.name) \(MarkdownText.code($0.value))" }
    return values.isEmpty ? [proof] : [proof, values.joined(separator: ", ")]
  }

  private func text(of step: IndexedStep, number: Int, in entry: IndexedEntry, with values: FillValues) -> [String] {
    var blocks = ["**\(number). \(MarkdownText.filled(step.title, of: entry, with: values))**"]
    let commands = step.commands.filter { $0.isFor(system) }
    if step.commands.isEmpty {
      blocks.append(MarkdownText.filled(step.text, of: entry, with: values))
    } else if commands.isEmpty {
      let systems = Set(step.commands.flatMap(\.systems)).sorted().map(\.title).joined(separator: " and ")
      blocks.append("Only for \(systems).")
    }
    var note = ""
    for command in commands {
      if command.note != note, !command.note.isEmpty { blocks.append(MarkdownText.filled(command.note, of: entry, with: values)) }
      note = command.note
      blocks.append("*\(command.heading(namesSystems: system == nil))*")
      blocks.append(MarkdownText.fence(Terminal.visible(entry.filled(command, with: values).text), language: command.shell.fenceLanguage))
    }
    return blocks
  }

  /// What in the commands is an example, and where the rest is.
  private func notes(on entry: IndexedEntry, printed steps: [IndexedStep], values: FillValues) -> [String] {
    let commands = steps.flatMap(\.commands).filter { $0.isFor(system) }
    let examples = entry.assumedNames(in: commands, with: values).map { name in
      "\(MarkdownText.code(values.examples[name] ?? "")) is an example: the text names no \(name), or none that is safe in a command."
    }
    let rest = entry.steps.count - steps.count
    let more = rest > 0 ? "\(rest) more \(rest == 1 ? "step" : "steps"), why" : "Why"
    let page = address(entry.url).map { MarkdownText.link("\(more) it happens, and how to stop it", to: $0) }
    return examples + [page].compactMap(\.self)
  }

  private func list(_ diagnoses: [Diagnosis]) -> String {
    diagnoses.map { diagnosis in
      "- " + link(to: diagnosis.entry) + (diagnosis.evidence.map { ", line \($0.line)" } ?? "")
    }.joined(separator: "\n")
  }

  private func link(to entry: IndexedEntry) -> String { MarkdownText.link(entry.title, to: address(entry.url)) }

  private func address(_ relative: String) -> String? { site.url.map { $0 + relative } }
}

extension Shell {
  /// The name that renderers of Markdown colour the language by.
  fileprivate var fenceLanguage: String { self == .cmd ? "bat" : rawValue }
}
