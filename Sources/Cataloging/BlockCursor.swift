/// Finds again in the file what a block holds, from its start to its end, as libcmark tells lines but no columns.
struct BlockCursor {
  /// How far a text is looked for, so that one that the file writes otherwise costs little.
  private static let reach = 4_000

  private let source: SourceText
  private var position: Int
  private let end: Int

  init(_ lines: ClosedRange<Int>, in source: SourceText) {
    self.source = source
    position = source.start(ofLine: lines.lowerBound)
    end = source.range(ofLine: lines.upperBound).upperBound
  }

  /// The next place of a text at or behind a line; the line itself when the file writes the text otherwise.
  mutating func next(_ text: String, line: Int) -> Place {
    let start = max(position, source.start(ofLine: line))
    guard start < end, let range = source.firstRange(of: text.scalars, in: start..<min(end, start + Self.reach)) else {
      return source.place(ofLine: line)
    }
    position = range.upperBound
    return source.place(of: range)
  }

  /// The next place of `{name}` that is neither `{{name}}` nor `${name}`.
  mutating func nextPlaceholder(_ name: String, line: Int) -> Place {
    let needle = "{\(name)}".scalars
    var start = max(position, source.start(ofLine: line))
    while start < end, let range = source.firstRange(of: needle, in: start..<end) {
      position = range.upperBound
      let before = range.lowerBound > 0 ? source.scalars[range.lowerBound - 1] : " "
      if before != "{", before != "$" { return source.place(of: range) }
      start = range.upperBound
    }
    return source.place(ofLine: line)
  }
}
