import Decoding

/// The answer as text for a terminal: the proof, what it means, what to type, where to read on.
struct AnswerPrinter {
  let site: IndexedSite
  let entryCount: Int
  /// Commands for other systems are left out; nil prints all.
  let system: System?
  let given: [String: String]
  let terminal: Terminal

  /// The whole answer, ending in a new line.
  ///
  /// - Parameter chain: How the cause was reported.
  func text(of answer: Answer, chain: [Diagnosis]) -> String {
    let diagnoses = answer.diagnoses
    guard let first = diagnoses.first else { return noMatch(nearest: answer.nearest) }
    // Several entries share the name that was asked for: none of them is the answer.
    if first.evidence == nil, diagnoses.count > 1 { return list(diagnoses, heading: "Several entries have this name:") }
    var blocks = [title(of: first) + (chain.count > 1 ? "\n" + ChainPrinter(terminal: terminal).text(of: chain) : "")]
    if let evidence = first.evidence { blocks.append(EvidencePrinter(terminal: terminal).text(of: evidence, captures: first.captures)) }
    if answer.lacksCause { blocks.append(terminal.styled(terminal.wrapped(ChainPrinter.missingCause, indent: 0), .yellow)) }
    let values = first.values(given: given)
    blocks.append(terminal.wrapped(first.entry.filled(first.entry.summary, with: values), indent: 0))
    let steps = StepPrinter(entry: first.entry, values: values, system: system, terminal: terminal)
    blocks += first.entry.steps.enumerated().map { steps.text(of: $1, number: $0 + 1) }
    if site.url != nil { blocks.append(address(of: first)) }
    if diagnoses.count > 1 { blocks.append(list(Array(diagnoses.dropFirst()), heading: "Also in this text:")) }
    return blocks.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.joined(separator: "\n\n") + "\n"
  }

  private func noMatch(nearest: [Guess]) -> String {
    let reason =
      entryCount == 1
      ? "the index's one entry does not describe this text." : "none of the index's \(entryCount) entries describes this text."
    let text = terminal.wrapped("Nothing matched: " + reason, indent: 0) + "\n"
    guard !nearest.isEmpty else { return text }
    let width = nearest.map(\.slug.count).max() ?? 0
    let lines = nearest.map {
      "  \($0.slug.padding(to: width))  \($0.title)\n  \("".padding(to: width))  shares: \($0.shared.joined(separator: ", "))\n"
    }
    return text + "\nNearest, only guesses (decode NAME shows one):\n" + lines.joined()
  }

  private func title(of diagnosis: Diagnosis) -> String {
    let name = "[\(diagnosis.entry.slug)]"
    let title = diagnosis.entry.title
    let gap = terminal.width - DisplayWidth.width(of: title.unicodeScalars) - name.count
    guard gap >= 2 else { return terminal.styled(terminal.wrapped(title, indent: 0), .bold) + "\n" + terminal.styled(name, .dim) }
    return terminal.styled(title, .bold) + String(repeating: " ", count: gap) + terminal.styled(name, .dim)
  }

  private func address(of diagnosis: Diagnosis) -> String {
    guard let url = site.url else { return "" }
    return "Why it happens, and how to stop it: " + terminal.styled(url + diagnosis.entry.url, .cyan)
  }

  private func list(_ diagnoses: [Diagnosis], heading: String) -> String {
    let width = diagnoses.map(\.entry.slug.count).max() ?? 0
    let lines = diagnoses.map { diagnosis in
      let place = diagnosis.evidence.map { "line \($0.line)  " } ?? ""
      return "  \(place)\(diagnosis.entry.slug.padding(to: width))  \(diagnosis.entry.title)"
    }
    return ([heading] + lines).joined(separator: "\n") + "\n"
  }
}
