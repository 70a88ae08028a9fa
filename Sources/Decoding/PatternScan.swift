/// Where one signature matches in a document.
struct PatternMatch {
  /// Index of the first line in the document, and of the last: the same unless two lines were joined.
  let firstLine: Int
  let lastLine: Int
  /// Offsets in the first line, and where the match ends in the last.
  let start: Int
  let end: Int
  let spans: [Hit.Span]
  let captures: [Hit.Capture]
}

/// Finds all matches of one signature in a document.
struct PatternScan {
  private let signature: Signature
  /// The longest literal, without blanks at its edges: a line without it cannot match.
  private let needle: [Unicode.Scalar]
  private let literals: [[Unicode.Scalar]]

  init(_ signature: Signature) {
    self.signature = signature
    literals = signature.elements.compactMap { if case .literal(let scalars) = $0 { scalars } else { nil } }
    needle = literals.map(Self.trimmed).max { $0.count < $1.count } ?? []
  }

  /// In the order of lines, then of columns. Of two matches that begin at one place, only the one that reads on over wrapped lines.
  func matches(in document: NormalizedDocument) -> [PatternMatch] {
    let unwrapped = document.wrapped.flatMap { group in
      let line = MatchableLine(unwrapping: group, in: document.lines)
      return holdsNeedle(line.scalars) ? matches(in: line, of: document).filter { $0.firstLine < $0.lastLine } : []
    }
    var result = unwrapped
    for (index, line) in document.lines.enumerated() {
      if holdsNeedle(line.scalars) {
        result += matches(in: MatchableLine(line, at: index), of: document)
      }
      if index + 1 < document.lines.count, endsWithinLiteral(line.scalars) {
        result += matches(in: MatchableLine(joiningLineAfter: index, in: document.lines), of: document)
      }
    }
    if !unwrapped.isEmpty {
      var taken: Set<[Int]> = []
      result = result.filter { taken.insert([$0.firstLine, $0.start]).inserted }
    }
    return result.sorted { ($0.firstLine, $0.start) < ($1.firstLine, $1.start) }
  }

  private func matches(in line: MatchableLine, of document: NormalizedDocument) -> [PatternMatch] {
    var matcher = LineMatcher(signature, in: line)
    return matcher.matches().map { match in
      let parts = line.parts(of: match.range)
      let (first, last) = (parts[0], parts[parts.count - 1])
      return PatternMatch(
        firstLine: first.line, lastLine: last.line, start: first.range.lowerBound, end: last.range.upperBound,
        spans: parts.map { Hit.Span(line: document.lines[$0.line].number, columns: document.lines[$0.line].columnRange($0.range)) },
        captures: match.captures.filter { !mayGoOn($0, in: line, of: document) }.map { capture in
          let part = line.parts(of: capture.range)[0]
          let span = Hit.Span(line: document.lines[part.line].number, columns: document.lines[part.line].columnRange(part.range))
          return Hit.Capture(name: capture.name, value: String(String.UnicodeScalarView(line.scalars[capture.range])), span: span)
        })
    }
  }

  /// Whether a number reaches the end of its line and the next line begins with digits and no word: then it may be only the first
  /// part of the number, and half a port is worse than none.
  private func mayGoOn(_ capture: LineMatch.Capture, in line: MatchableLine, of document: NormalizedDocument) -> Bool {
    guard let last = line.pieces.last, capture.range.upperBound == line.scalars.count, !capture.range.isEmpty else { return false }
    guard line.scalars[capture.range].allSatisfy(\.isDigit), last.line + 1 < document.lines.count else { return false }
    let next = document.lines[last.line + 1]
    let digits = next.scalars.prefix(while: \.isDigit).count
    guard next.startMarks.count == 1, digits > 0 else { return false }
    return digits == next.scalars.count || next.scalars[digits].isClosingPunctuation
  }

  // MARK: What can match at all

  private static func trimmed(_ literal: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var scalars = literal[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return Array(scalars)
  }

  private func holdsNeedle(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = needle.first else { return true }
    return scalars.indices.contains { start in
      Self.equals(scalars[start], first) && Self.prefixLength(of: needle, in: scalars, from: start) == needle.count
    }
  }

  /// Whether the line's end, blanks aside, is the beginning of one of the literals, or the whole of one.
  private func endsWithinLiteral(_ scalars: [Unicode.Scalar]) -> Bool {
    let end = (scalars.lastIndex { $0 != " " } ?? -1) + 1
    guard end > 0 else { return false }
    let line = Array(scalars[max(0, end - 1_000)..<end])
    return literals.contains { literal in
      let last = literal.last == " " ? literal.dropLast() : literal[...]
      return last.indices.contains { index in
        Self.equals(line[line.count - 1], last[index]) && Self.isSuffix(last[...index], of: line)
      }
    }
  }

  /// How many scalars of a literal are there, a run of blanks for each blank.
  private static func prefixLength(of literal: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int) -> Int {
    var position = start
    for (count, scalar) in literal.enumerated() {
      guard position < scalars.count, equals(scalars[position], scalar) else { return count }
      position += 1
      while scalar == " ", position < scalars.count, scalars[position] == " " { position += 1 }
    }
    return literal.count
  }

  private static func isSuffix(_ literal: ArraySlice<Unicode.Scalar>, of line: [Unicode.Scalar]) -> Bool {
    var position = line.count - 1
    for scalar in literal.reversed() {
      guard position >= 0, equals(line[position], scalar) else { return false }
      position -= 1
      while scalar == " ", position >= 0, line[position] == " " { position -= 1 }
    }
    return true
  }

  private static func equals(_ scalar: Unicode.Scalar, _ literal: Unicode.Scalar) -> Bool {
    scalar.folded == literal || (literal.isQuote && scalar.isQuote)
  }
}
