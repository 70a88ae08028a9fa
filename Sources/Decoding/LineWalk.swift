internal import CScan

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A line found in a stretch of text.
struct FoundLine {
  let start: Int
  let segments: [Segment]
  /// Where the next line begins; nil when the stretch ends first.
  let next: Int?

  var number: Int { segments[0].place.number }
}

/// Finds the lines around places in a stretch of text, from its beginning to its end, and makes their segments comparable.
struct LineWalk {
  let text: UnsafeBufferPointer<UInt8>
  /// Of the first byte.
  private let origin: Segment.Place
  /// A place passed already, and the number of the line that holds it.
  private var known: LineNumbers.Mark
  /// Those not passed yet.
  private var marks: ArraySlice<LineNumbers.Mark>
  private var normalized: [Int: NormalizedLine] = [:]

  /// - Parameter numbers: Of lines of the text, where they are known.
  init(_ text: UnsafeBufferPointer<UInt8>, origin: Segment.Place, numbers: LineNumbers? = nil) {
    self.text = text
    self.origin = origin
    known = LineNumbers.Mark(offset: 0, number: origin.number)
    marks = numbers?.marks[...] ?? []
  }

  /// The bytes of the line that holds an offset, its end not among them, and its number; offsets must not fall.
  mutating func bounds(at offset: Int) -> (bytes: Range<Int>, number: Int) {
    let start = lineStart(before: offset)
    while let next = marks.first, next.offset <= start {
      known = next
      marks = marks.dropFirst()
    }
    if start > known.offset {
      known = LineNumbers.Mark(offset: start, number: known.number + LineFeeds.count(in: text, known.offset..<start))
    }
    return (start..<(LineFeeds.first(in: text, from: offset) ?? text.count), known.number)
  }

  /// The bytes of the line that holds any offset, its end not among them.
  func lineRange(around offset: Int) -> Range<Int> {
    lineStart(before: offset)..<(LineFeeds.first(in: text, from: offset) ?? text.count)
  }

  /// The line that holds an offset; offsets must not fall.
  mutating func line(at offset: Int) -> FoundLine {
    let (bytes, number) = bounds(at: offset)
    return line(from: bytes.lowerBound, number: number)
  }

  func line(after line: FoundLine) -> FoundLine? { line.next.map { self.line(from: $0, number: line.number + 1) } }

  func line(before line: FoundLine) -> FoundLine? {
    line.start > 0 ? self.line(from: lineStart(before: line.start - 1), number: line.number - 1) : nil
  }

  private func line(from start: Int, number: Int) -> FoundLine {
    let (segments, next) = Segment.segments(in: text, from: start, place: start == 0 ? origin : Segment.Place(number: number))
    return FoundLine(start: start, segments: segments, next: next)
  }

  private func lineStart(before offset: Int) -> Int {
    var start = offset
    // No line's start is behind one that is known.
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// A segment made comparable; each is made so once, as long as it is asked for together with its neighbours.
  mutating func normalized(_ segment: Segment) -> NormalizedLine {
    if let line = normalized[segment.bytes.lowerBound], line.segment == segment.place.index { return line }
    if normalized.count > 16 { normalized = [:] }
    let line = Normalizer.line(of: segment, in: text)
    normalized[segment.bytes.lowerBound] = line
    return line
  }

  /// Up to two segments that follow one of a line's.
  func segments(after index: Int, of line: FoundLine) -> [Segment] {
    var result = Array(line.segments[(index + 1)...].prefix(2))
    var last = line
    while result.count < 2, let next = self.line(after: last) {
      result += next.segments.prefix(2 - result.count)
      last = next
    }
    return result
  }

  /// A line as it is shown to the reader: the whole of it, or a piece of a very long one.
  func pasted(_ line: FoundLine, segment: Segment) -> PastedLine {
    let end = line.segments[line.segments.count - 1].bytes.upperBound
    let isShort = end - line.start <= Segment.longest || Self.isShort(text[line.start..<end])
    let isWhole = line.segments[0].place.index == 0 && isShort
    let bytes = isWhole ? line.start..<end : segment.bytes
    return PastedLine(
      text: String(decoding: UnsafeBufferPointer(rebasing: text[bytes]), as: UTF8.self), column: isWhole ? 1 : segment.place.column)
  }

  /// Whether a line has no more scalars than a segment; of a longer one, no more is read.
  private static func isShort(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let line = UnsafeBufferPointer(rebasing: bytes)
    var position = 0
    var count = 0
    while position < line.count, count <= Segment.longest {
      _ = UTF8Reader.scalar(in: line, at: &position, end: line.count)
      count += 1
    }
    return count <= Segment.longest
  }
}

/// Finds and counts the ends of lines.
enum LineFeeds {
  /// The first at or behind an offset.
  static func first(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    guard let base = text.baseAddress, let feed = memchr(base + offset, 0x0A, text.count - offset) else { return nil }
    return UnsafePointer(feed.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// - Complexity: O(n).
  static func count(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    cscan_feed_count(Stretch.whole(text, range))
  }
}
