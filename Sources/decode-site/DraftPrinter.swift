import Cataloging
import Decoding
import Drafting

/// What has become of a raw text, and what its writer does next.
struct DraftPrinter {
  let terminal: Terminal
  /// The folder of content, with its final `/`.
  let prefix: String

  func text(of draft: Draft) -> String {
    let blocks = [draft.redaction.flatMap(redaction), line(draft), signatures(draft), answer(draft), next(draft)]
    return blocks.compactMap(\.self).joined(separator: "\n\n")
  }

  // MARK: The text

  private func redaction(_ redaction: PasteRedaction) -> String? {
    guard !redaction.notes.isEmpty else { return nil }
    return heading("Taken out") + "\n" + redaction.notes.map { "    " + cut($0, 4) }.joined(separator: "\n")
  }

  private func line(_ draft: Draft) -> String? {
    guard draft.redaction != nil else { return nil }
    guard let telling = draft.telling else {
      return terminal.wrapped("No line looks like an error: name the one that matters with --line NUMBER.", indent: 0)
    }
    let text = String(String.UnicodeScalarView(telling.line.scalars))
    let reasons = terminal.styled(terminal.wrapped("found by \(telling.reasons.joined(separator: ", "))", indent: 4), .dim)
    return heading("The line that matters is line \(telling.number)") + "\n    \(cut(text, 4))\n\(reasons)"
  }

  private func signatures(_ draft: Draft) -> String? {
    guard draft.telling != nil else { return nil }
    guard !draft.proposals.isEmpty else {
      return terminal.wrapped("The line says too little for a signature: write one from the lines around it.", indent: 0)
    }
    let captures = draft.captures.map { "\($0.name) \(Terminal.cut($0.value, to: 40))" }.joined(separator: "   ")
    var lines = [heading(draft.proposals.count == 1 ? "The signature" : "The signature, and a wider one")]
    for (number, proposal) in draft.proposals.enumerated() {
      lines.append("    " + cut(proposal.signature.text, 4))
      if number == 0, !captures.isEmpty { lines.append("    " + terminal.styled(cut(captures, 4), .dim)) }
      lines += collisions(of: number, draft)
    }
    return lines.joined(separator: "\n")
  }

  private static let shown = 3

  private func collisions(of number: Int, _ draft: Draft) -> [String] {
    let own = draft.collisions.filter { $0.proposal == number }
    let lines = own.prefix(Self.shown).map { collision in
      let what = collision.slug.map { "a sample of \($0)" } ?? "a healthy log"
      return "    " + terminal.styled("also matches \(what): \(prefix)\(collision.place.path):\(collision.place.line)", .yellow)
    }
    return lines + (own.count > Self.shown ? ["    … and \(own.count - Self.shown) more places"] : [])
  }

  // MARK: The entries

  private func answer(_ draft: Draft) -> String? {
    guard let answer = draft.answer else { return nil }
    if let first = answer.diagnoses.first {
      let place = first.evidence.map { " by its line \($0.line)" } ?? ""
      return heading("The text decodes to \(first.entry.slug) already\(place)") + "\n"
        + terminal.wrapped(
          "If that entry is the right one, add your wording to it as a signature and a sample. If not, this one's signature must match a "
            + "longer part of the same line, or an earlier line.", indent: 4)
    }
    guard !answer.nearest.isEmpty else { return nil }
    return heading("No entry knows this text; the nearest are guesses") + "\n"
      + answer.nearest.map { "    \($0.slug): shares \($0.shared.joined(separator: ", "))" }.map { Terminal.cut($0, to: terminal.width) }
      .joined(separator: "\n")
  }

  private func next(_ draft: Draft) -> String {
    let paths = draft.files.map { prefix + $0.path }
    let entry = paths.last ?? ""
    return heading("Written") + "\n" + paths.map { "    \($0)" }.joined(separator: "\n") + "\n\n" + heading("Next") + "\n"
      + """
          1. Write each TODO in \(entry).
          2. decode-site check \(entry)
             finds each TODO that is left, and all else that is wrong.
          3. If the error can be provoked, keep the script that does it as
             \(prefix)\(Reproducer.folder)\(slug(of: entry)).sh.
      """
  }

  private func slug(of path: String) -> String { String(path.split(separator: "/").last?.dropLast(3) ?? "") }

  private func heading(_ text: String) -> String { terminal.styled(text, .bold) }

  private func cut(_ text: String, _ indent: Int) -> String {
    Terminal.cut(String(text.drop { $0 == " " }), to: terminal.width - indent)
  }
}
