/// Where one pattern matches.
struct PatternMatch {
  /// A place in a document, for the order of matches.
  struct Place: Comparable {
    let ordinal: Int
    let segment: Int
    let offset: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.ordinal, left.segment, left.offset) < (right.ordinal, right.segment, right.offset)
    }
  }

  let start: Place
  /// Behind the match; on another line than the start when lines were joined or unwrapped.
  let end: Place
  let spans: [Hit.Span]
  let captures: [Hit.Capture]
  /// As of the hit that it is the heaviest part of.
  let row: Int
  let isEscaped: Bool
  let isMention: Bool

  /// Whether nothing comes of it when it is a signature's only part: what is told, and what a view reads.
  var isIdle: Bool { isMention || isEscaped }

  var isOnOneLine: Bool { (start.ordinal, start.segment) == (end.ordinal, end.segment) }
}

/// Finds all matches of one pattern in lines that follow one another.
final class PatternScan: Sendable {
  let signature: Signature
  private let glimpse: Glimpse

  init(_ signature: Signature) {
    self.signature = signature
    glimpse = Glimpse(signature)
  }

  /// Whether a line as pasted may match: false only when it cannot.
  func mayFit(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { glimpse.mayFit(in: line) }

  /// Whether a line as pasted may match over its end: false only when it cannot.
  ///
  /// - Parameter next: The next line, in which normalising drops nothing.
  func mayFit(in line: Slice<UnsafeBufferPointer<UInt8>>, goingOnIn next: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    glimpse.mayFit(in: line, goingOnIn: next)
  }

  /// In the line at an index, by rising columns.
  ///
  /// - Parameter lines: With the line that follows, where there is one.
  func matches(inLine index: Int, of lines: [NormalizedLine]) -> [PatternMatch] {
    matches(in: MatchableLine(lines[index], at: index), of: lines)
  }

  /// In the line at an index joined with the next, only those that reach over the joint.
  ///
  /// - Parameter lines: With the line that follows the two, where there is one.
  func matches(joiningLineAfter index: Int, of lines: [NormalizedLine]) -> [PatternMatch] {
    matches(in: MatchableLine(joiningLineAfter: index, in: lines), of: lines)
  }

  /// In lines that a terminal made of one, only those that reach over the end of one of them.
  ///
  /// - Parameter lines: With the line that follows the group, where there is one.
  func matches(unwrapping group: Range<Int>, of lines: [NormalizedLine]) -> [PatternMatch] {
    matches(in: MatchableLine(unwrapping: group, in: lines), of: lines).filter { !$0.isOnOneLine }
  }

  private func matches(in line: MatchableLine, of lines: [NormalizedLine]) -> [PatternMatch] {
    var matcher = LineMatcher(signature, in: line)
    var mentions: [Int: Mention] = [:]
    return matcher.matches().map { match in
      let parts = line.parts(of: match.range)
      let (first, last) = (parts[0], parts[parts.count - 1])
      let mention = mentions[first.line] ?? Mention(lines[first.line], before: first.line + 1 < lines.count ? lines[first.line + 1] : nil)
      mentions[first.line] = mention
      let place = { (line: Int, offset: Int) in
        PatternMatch.Place(ordinal: lines[line].ordinal, segment: lines[line].segment, offset: offset)
      }
      return PatternMatch(
        start: place(first.line, first.range.lowerBound), end: place(last.line, last.range.upperBound),
        spans: parts.map { Hit.Span(line: lines[$0.line].number, columns: lines[$0.line].columnRange($0.range)) },
        captures: match.captures.filter { !mayGoOn($0, in: line, of: lines) }.map { capture in
          let part = line.parts(of: capture.range)[0]
          let span = Hit.Span(line: lines[part.line].number, columns: lines[part.line].columnRange(part.range))
          return Hit.Capture(name: capture.name, value: String(scalars: line.scalars[capture.range]), span: span)
        },
        row: row(at: first.range.lowerBound, of: lines[first.line]),
        isEscaped: parts.contains { lines[$0.line].views?.holdsEscape(lines[$0.line].columnRange($0.range)) == true },
        isMention: parts.count == 1 && mention.isMention(first.range))
    }
  }

  private func row(at offset: Int, of line: NormalizedLine) -> Int {
    line.isOfView ? line.ordinal : line.views?.row(at: line.columnRange(offset..<offset).lowerBound) ?? 0
  }

  /// Whether a number reaches the end of its line and may be only its first part: the next line begins with digits that its end or
  /// punctuation ends, and both together are a value. Half a port is worse than none.
  private func mayGoOn(_ capture: LineMatch.Capture, in line: MatchableLine, of lines: [NormalizedLine]) -> Bool {
    guard let last = line.pieces.last, capture.range.upperBound == line.scalars.count, !capture.range.isEmpty else { return false }
    guard line.scalars[capture.range].allSatisfy(\.isDigit), last.line + 1 < lines.count else { return false }
    let next = lines[last.line + 1]
    let digits = next.scalars.prefix(while: \.isDigit)
    guard next.startMarks.count == 1, !digits.isEmpty, capture.type.isValid(line.scalars[capture.range] + digits) else { return false }
    // `10200:S 22 Nov` and `10.0.0.5 GET` begin another message.
    let rest = next.scalars[digits.endIndex...].prefix(2)
    return rest.first?.isClosingPunctuation ?? true && rest.last.map { $0 == " " || $0.isClosingPunctuation } ?? true
  }
}
