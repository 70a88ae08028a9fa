/// The matches in a paste that reach over the end of a line which a terminal broke.
struct UnwrappedPlaces: Sendable {
  private struct Key: Hashable {
    let pattern: Int
    let line: Int
    let segment: Int
    let offset: Int
  }

  private var places: Set<Key> = []

  init() {}

  /// Looks for them in a whole text, and hands them to the collector.
  ///
  /// - Complexity: O(n) in the text's bytes.
  init(
    in text: UnsafeBufferPointer<UInt8>, matcher: Matcher, collector: inout HitCollector
  ) throws(IndexFailure) {
    var walk = LineWalk(text, origin: Segment.Place())
    var found: [(line: FoundLine, segment: Segment)] = []
    var next: FoundLine? = text.isEmpty ? nil : walk.line(at: 0)
    while let line = next {
      found += line.segments.map { (line, $0) }
      next = walk.line(after: line)
    }
    let widths = found.map { Self.width(of: $0.segment, in: text) }
    for group in WrappedLines.groups(widths: widths, line: { Normalizer.line(of: found[$0].segment, in: text) }) {
      // With the line that follows, which tells whether a number may go on.
      let lines = found[group.lowerBound..<min(group.upperBound + 1, found.count)].map { Normalizer.line(of: $0.segment, in: text) }
      let whole = MatchableLine(unwrapping: 0..<group.count, in: lines)
      for pattern in matcher.patterns(in: whole.foldedBytes) {
        let matches = try matcher.patterns.scan(pattern).matches(unwrapping: 0..<group.count, of: lines)
        for match in matches {
          let first = group.lowerBound + (lines.firstIndex { ($0.ordinal, $0.segment) == (match.start.ordinal, match.start.segment) } ?? 0)
          collector.add([match], of: pattern, line: walk.pasted(found[first].line, segment: found[first].segment))
          places.insert(Key(pattern: pattern, line: match.start.ordinal, segment: match.start.segment, offset: match.start.offset))
        }
      }
    }
  }

  /// Whether a match begins where one begins that reads on over wrapped lines: only that one counts.
  func isTaken(_ match: PatternMatch, of pattern: Int) -> Bool {
    !places.isEmpty
      && places.contains(Key(pattern: pattern, line: match.start.ordinal, segment: match.start.segment, offset: match.start.offset))
  }

  /// In scalars, once made comparable.
  private static func width(of segment: Segment, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let isPlain = text[segment.bytes].allSatisfy { $0 < 0x7F } && Disguise.places(in: text, segment.bytes).isEmpty
    return isPlain ? segment.bytes.count : Normalizer.line(of: segment, in: text).scalars.count
  }
}
