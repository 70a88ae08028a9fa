/// Turns raw bytes into lines that signatures can be compared with.
///
/// Steps, in order: decode; drop escape sequences, control and invisible characters, and map blanks, quotes and full-width forms; mark
/// where text may begin behind log prefixes. `EscapedView` reads lines that hold escapes once more.
package enum Normalizer {
  /// The lines of a text in UTF-8, made comparable; one that is drawn over, by a lone carriage return, is several of one number.
  package static func lines(of text: [UInt8]) -> [NormalizedLine] {
    text.withUnsafeBufferPointer { text in
      var lines: [NormalizedLine] = []
      var place = Segment.Place()
      var start: Int? = text.isEmpty ? nil : 0
      while let offset = start {
        let (segments, next) = Segment.segments(in: text, from: offset, place: place)
        lines += segments.map { line(of: $0, in: text) }
        (start, place) = (next, place.line())
      }
      return lines
    }
  }

  /// One segment, made comparable.
  ///
  /// - Complexity: O(n) in the bytes.
  static func line(of segment: Segment, in text: UnsafeBufferPointer<UInt8>) -> NormalizedLine {
    let first = Int32(segment.place.column)
    if isPlain(text, segment.bytes) {
      let scalars = text[segment.bytes].map { Unicode.Scalar($0 == 0x09 ? 0x20 : $0) }
      return line(at: segment.place, scalars, columns: Array(first..<(first + Int32(scalars.count))), end: first + Int32(scalars.count))
    }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(segment.bytes.count)
    var position = segment.bytes.lowerBound
    while position < segment.bytes.upperBound { scalars.append(UTF8Reader.scalar(in: text, at: &position, end: segment.bytes.upperBound)) }
    let end = first + Int32(scalars.count)
    var columns: [Int32] = []
    scalars = Sanitizer.sanitize(scalars, columns: Array(first..<end), kept: &columns)
    return line(at: segment.place, scalars, columns: columns, end: end)
  }

  /// Whether every byte is a character that stands for itself, or a TAB.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> Bool {
    text[bytes].allSatisfy { $0 < 0x7F } && Disguise.places(in: text, bytes).isEmpty
  }

  private static func line(
    at place: Segment.Place, _ scalars: [Unicode.Scalar], columns: [Int32], end: Int32
  ) -> NormalizedLine {
    NormalizedLine(
      number: place.number, ordinal: place.number, segment: place.index, scalars: scalars, columns: columns, endColumn: end,
      startMarks: StartMarks.marks(in: scalars)
    ).withViews()
  }
}
