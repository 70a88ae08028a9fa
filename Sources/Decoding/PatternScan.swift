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
  /// The longest literal: a line without it cannot match.
  private let needle: [Unicode.Scalar]
  private let literals: [[Unicode.Scalar]]

  init(_ signature: Signature) {
    self.signature = signature
    literals = signature.elements.compactMap { if case .literal(let scalars) = $0 { scalars } else { nil } }
    needle = literals.max { $0.count < $1.count } ?? []
  }

  /// In the order of lines, then of columns.
  func matches(in document: NormalizedDocument) -> [PatternMatch] {
    var result: [PatternMatch] = []
    for (index, line) in document.lines.enumerated() {
      if holdsNeedle(line.scalars) {
        var matcher = LineMatcher(signature, in: MatchableLine(line))
        result += matcher.matches().map { match(of: $0, in: line, at: index) }
      }
      if index + 1 < document.lines.count, endsWithinLiteral(line.scalars) {
        let next = document.lines[index + 1]
        let joined = MatchableLine(line, joinedTo: next)
        var matcher = LineMatcher(signature, in: joined)
        result += matcher.matches().map { match(of: $0, in: line, at: index, joinedTo: next, joint: joined.joint ?? 0) }
      }
    }
    return result
  }

  // MARK: What can match at all

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

  // MARK: Places

  private func match(of match: LineMatch, in line: NormalizedLine, at index: Int) -> PatternMatch {
    PatternMatch(
      firstLine: index, lastLine: index, start: match.range.lowerBound, end: match.range.upperBound,
      spans: [Self.span(match.range, in: line)],
      captures: match.captures.map { Self.capture($0.name, $0.range, in: line) })
  }

  private func match(
    of match: LineMatch, in line: NormalizedLine, at index: Int, joinedTo next: NormalizedLine, joint: Int
  ) -> PatternMatch {
    // Offsets behind the joint are those of the next line, from its last start mark on.
    let shift = (next.startMarks.last ?? 0) - joint
    func inNext(_ range: Range<Int>) -> Range<Int> { (range.lowerBound + shift)..<(range.upperBound + shift) }
    return PatternMatch(
      firstLine: index, lastLine: index + 1, start: match.range.lowerBound, end: match.range.upperBound + shift,
      spans: [
        Self.span(match.range.lowerBound..<joint, in: line), Self.span(inNext(joint..<match.range.upperBound), in: next),
      ],
      captures: match.captures.map { capture in
        capture.range.lowerBound < joint
          ? Self.capture(capture.name, capture.range, in: line) : Self.capture(capture.name, inNext(capture.range), in: next)
      })
  }

  private static func span(_ range: Range<Int>, in line: NormalizedLine) -> Hit.Span {
    Hit.Span(line: line.number, columns: line.columnRange(range))
  }

  private static func capture(_ name: String, _ range: Range<Int>, in line: NormalizedLine) -> Hit.Capture {
    Hit.Capture(name: name, value: String(String.UnicodeScalarView(line.scalars[range])), span: span(range, in: line))
  }
}
