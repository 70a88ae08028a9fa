import Cataloging
import Reproducing

/// What came of running scripts, for people: a line or some for each.
struct ReproductionPrinter {
  let terminal: Terminal
  /// What stands before every path.
  let prefix: String
  let slugWidth: Int
  /// In seconds.
  let limit: Int

  func heading(_ isolation: Isolation) -> String {
    let text =
      isolation.isLoopbackOnly
      ? "No network but the loopback is there for the scripts."
      : "The scripts see this machine's network, without its proxies: no namespaces are to be had."
    return terminal.styled(terminal.wrapped(text, indent: 0), .dim)
  }

  func text(of reproduction: Reproduction) -> String {
    let name = reproduction.slug.padding(to: slugWidth)
    switch reproduction.outcome {
    case .unchanged:
      let note = "\(signatures(reproduction)), \(seconds(reproduction))"
      return "\(terminal.styled("same    ", .green))  \(name)  \(terminal.styled(note, .dim))"
    case .changed(let change):
      return (["\(terminal.styled("CHANGED ", .red))  \(name)  \(what(change, reproduction))"] + difference(change)).joined(separator: "\n")
    case .missing(let commands):
      return "\(terminal.styled("missing ", .yellow))  \(name)  not installed: \(commands.joined(separator: ", "))"
    case .unavailable(let reason):
      return "\(terminal.styled("missing ", .yellow))  \(name)  \(cut(reason, indent: 12 + slugWidth))"
    case .failed(let ending, let lastWords):
      let lines = lastWords.map { "          " + terminal.styled(cut($0, indent: 10), .dim) }
      return (["\(terminal.styled("FAILED  ", .red))  \(name)  \(ending), \(seconds(reproduction))"] + lines).joined(separator: "\n")
    case .timedOut:
      return "\(terminal.styled("TIME OUT", .red))  \(name)  it had \(limit) s"
    }
  }

  func summary(of reproductions: [Reproduction]) -> String {
    guard !reproductions.isEmpty else { return "There are no scripts: nothing was run." }
    let counts = [
      ("same", reproductions.count { $0.outcome == .unchanged }),
      ("changed", reproductions.count { if case .changed = $0.outcome { true } else { false } }),
      ("failed", reproductions.count { if case .failed = $0.outcome { true } else { false } }),
      ("timed out", reproductions.count { $0.outcome == .timedOut }),
      ("without their tools", reproductions.count { !$0.hasRun && !$0.isTrouble }),
    ]
    let text = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    let note = reproductions.contains { $0.hasRun || $0.isTrouble } ? "" : ": nothing is known of any entry"
    return terminal.styled("\n\(reproductions.count) \(reproductions.count == 1 ? "script" : "scripts"): \(text)\(note).", .bold)
  }

  // MARK: Parts

  /// `signatures 1–3, 7 of 9`.
  private func signatures(_ reproduction: Reproduction) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in reproduction.signatures {
      let run = runs.last.flatMap { $0.upperBound == number - 1 ? $0 : nil }
      if let run { runs[runs.count - 1] = run.lowerBound...number } else { runs.append(number...number) }
    }
    let numbers = runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
    return "\(reproduction.signatures.count == 1 ? "signature" : "signatures") \(numbers) of \(reproduction.signatureCount)"
  }

  private func seconds(_ reproduction: Reproduction) -> String {
    let tenths = (reproduction.milliseconds + 50) / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }

  private func what(_ change: Reproduction.Change, _ reproduction: Reproduction) -> String {
    switch change.kind {
    case .answer(nil) where change.found == nil: return "it printed nothing"
    case .answer(nil): return "nothing matches its output"
    case .answer(let other?): return "its output decodes to \(other)"
    case .signature: return "another signature matches: \(signatures(reproduction))"
    case .captures(let missing, let added):
      let parts = missing.map { "no '\($0)'" } + added.map { "a new '\($0)'" }
      return "other captures: \(parts.joined(separator: ", "))"
    }
  }

  /// The sample's place and line, and the line that is there now.
  private func difference(_ change: Reproduction.Change) -> [String] {
    let place = "          \(prefix)\(change.sample.path):\(change.sample.line)"
    let expected = terminal.styled("- " + cut(change.expected, indent: 12), .red)
    let found = change.found.map { terminal.styled("+ " + cut($0, indent: 12), .green) }
    return [place] + [expected, found].compactMap(\.self).map { "          " + $0 }
  }

  private func cut(_ text: String, indent: Int) -> String { Terminal.cut(text, to: terminal.width - indent) }
}
