#if canImport(Decoding)
  @testable import Decoding
#endif

/// Bytes to lines: decoding in parts, segments, start marks, escapes.
enum NormalizerTarget {
  static func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let part = 1 + input.number(below: 9)
    let text = decoded(input.rest, by: input.rest.count + 1)
    try require(text == decoded(input.rest, by: part), "decoding depends on the parts")
    for line in lines(of: text) {
      try check(line)
      for escaped in (line.views?.documents ?? []).joined() {
        try check(escaped)
        try require(escaped.number == line.number && escaped.endColumn <= line.endColumn, "an escaped line leaves its line")
      }
    }
    let visible = VisibleLine(String(decoding: text, as: UTF8.self))
    try require(visible.scalars.count == visible.columns.count, "a column for each visible scalar")
    try require(!visible.scalars.contains { $0.isControl }, "a visible line holds a control character")
  }

  static func decoded(_ bytes: ArraySlice<UInt8>, by part: Int) -> [UInt8] {
    var decoding = ByteDecoding()
    var text: [UInt8] = []
    var rest = bytes
    while !rest.isEmpty {
      decoding.append(rest.prefix(part), to: &text)
      rest = rest.dropFirst(part)
    }
    decoding.finish(&text)
    return text
  }

  /// The segments of a text, made comparable.
  static func lines(of text: [UInt8]) -> [NormalizedLine] {
    text.withUnsafeBufferPointer { text in
      var lines: [NormalizedLine] = []
      var place = Segment.Place()
      var start: Int? = 0
      while let offset = start {
        let (segments, next) = Segment.segments(in: text, from: offset, place: place)
        lines += segments.map { Normalizer.line(of: $0, in: text) }
        start = next
        place = place.line()
      }
      return lines
    }
  }

  private static func check(_ line: NormalizedLine) throws {
    try require(line.scalars.count == line.columns.count, "a column for each scalar")
    try require(zip(line.columns, line.columns.dropFirst()).allSatisfy { $0 < $1 }, "columns rise")
    try require(line.columns.last.map { $0 < line.endColumn } ?? true && line.columns.first ?? 1 >= 1, "columns are in the line")
    try require(line.startMarks.first == 0 && line.startMarks.count <= StartMarks.limit + 1, "start marks begin at 0 and are few")
    try require(zip(line.startMarks, line.startMarks.dropFirst()).allSatisfy { $0 < $1 }, "start marks rise")
    try require(line.startMarks.dropFirst().allSatisfy { $0 < line.scalars.count }, "a start mark leaves text")
    try require(!line.scalars.contains { $0.isControl }, "a comparable line holds a control character")
  }
}
