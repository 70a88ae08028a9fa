import Decoding

/// What `decode --why NAME` prints: each place where the entry's signatures matched and what became of it, or how far the nearest reached.
struct WhyPrinter {
  let terminal: Terminal

  func text(of explanation: Explanation) -> String {
    let slug = explanation.entry.slug
    guard !explanation.matches.isEmpty else { return noMatch(explanation) }
    var blocks = [terminal.styled(terminal.wrapped(heading(of: explanation), indent: 0), .bold)]
    for better in explanation.better {
      blocks[0] += "\n" + terminal.wrapped("\(better.slug) comes first: \(text(of: better.reason, slug: slug)).", indent: 2)
    }
    blocks += explanation.matches.map { text(of: $0, count: explanation.entry.signatures.count) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func heading(of explanation: Explanation) -> String {
    let slug = explanation.entry.slug
    if !explanation.isInAnswer { return "\(slug) matches, but is not in the answer" }
    return explanation.better.isEmpty ? "\(slug) is the answer" : "\(slug) is answer \(explanation.better.count + 1)"
  }

  private func text(of reason: Explanation.Better.Reason, slug: String) -> String {
    switch reason {
    case .role: "a cause goes before a wrapper, a wrapper before an exit status"
    case .line: "it stands on an earlier line"
    case .weight: "on the same line it says more (its signature is heavier)"
    case .order: "on the same line, as heavy, it stands further left, or its name does in the alphabet"
    }
  }

  private func text(of match: Explanation.Match, count: Int) -> String {
    let evidence = match.evidence
    let columns = evidence.spans.filter { $0.name == nil && $0.line == evidence.line }.map {
      "\($0.columns.lowerBound)–\($0.columns.upperBound - 1)"
    }
    let place =
      "line \(evidence.line), columns \(columns.joined(separator: " and ")), bytes \(bytes(of: evidence)) of the line: signature \(match.signature) of \(count), weight \(match.weight)"
    let pattern = evidence.signature.split(separator: "\n").map { "    " + terminal.styled(String($0), .cyan) }.joined(separator: "\n")
    return [
      terminal.wrapped(place, indent: 0), pattern, EvidencePrinter(terminal: terminal).text(of: evidence, captures: match.captures),
      terminal.wrapped(text(of: match.fate), indent: 4),
    ].joined(separator: "\n")
  }

  /// Of the first part, 1-based, in UTF-8.
  private func bytes(of evidence: Diagnosis.Evidence) -> String {
    guard let span = evidence.spans.first(where: { $0.name == nil && $0.line == evidence.line }) else { return "–" }
    let scalars = Array(evidence.text.unicodeScalars)
    let length = { (end: Int) in scalars.prefix(max(0, end - evidence.textColumn)).reduce(0) { $0 + UTF8.width($1) } }
    return "\(length(span.columns.lowerBound) + 1)–\(length(span.columns.upperBound))"
  }

  private func text(of fate: Explanation.Fate) -> String {
    switch fate {
    case .first: "It counts: the entry is judged by this place."
    case .later: "It counts as a later place, which may add values."
    case .mentioned: "It does not count: prose, source code or the name of a passed test only mentions the error."
    case .escaped: "It does not count: its text holds escapes, and is read without them."
    case .vetoed: "It does not count: an unless pattern of the signature matches within 20 lines."
    case .covered(let slug, let line): "It does not count: a longer or heavier match of \(slug) on line \(line) claims its text."
    }
  }

  private func noMatch(_ explanation: Explanation) -> String {
    let heading = terminal.styled("\(explanation.entry.slug) does not match", .bold) + "\n"
    guard let nearest = explanation.nearest else { return heading + "\nNot even the beginning of a signature stands in this text.\n" }
    return heading + "\n"
      + [
        terminal.wrapped("Nearest: signature \(nearest.signature) of \(explanation.entry.signatures.count)", indent: 0),
        "    " + terminal.styled(nearest.evidence.signature, .cyan),
        EvidencePrinter(terminal: terminal).text(of: nearest.evidence, captures: []),
        terminal.wrapped("from the caret on the signature wants: \(nearest.wanted)", indent: 4),
      ].joined(separator: "\n") + "\n"
  }
}
