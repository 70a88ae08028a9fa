#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A line, or the part of a line between carriage returns, or a piece of a very long line: bytes that are normalised together.
struct Segment: Sendable {
  /// Longer lines are cut into pieces of this many scalars.
  static let longest = 65_536

  /// In the bytes it was found in, without the end of its line.
  let bytes: Range<Int>
  let place: Place

  /// Where a segment stands in a text as pasted.
  struct Place: Sendable, Equatable {
    /// The line's number, 1-based.
    var number = 1
    /// Which segment of the line it is, from 0 on.
    var index = 0
    /// The column of its first scalar, 1-based.
    var column = 1

    /// The beginning of the line that is so many lines further on.
    func line(after count: Int = 1) -> Place { Place(number: number + count) }
  }

  /// The segments of the line that begins at an offset, and where the next line begins; nil when the text ends first.
  ///
  /// Lines end at LF or CRLF, segments at a lone CR.
  ///
  /// - Parameter place: Of the first segment.
  /// - Complexity: O(n) in the line's bytes.
  static func segments(in text: UnsafeBufferPointer<UInt8>, from start: Int, place: Place) -> (segments: [Segment], next: Int?) {
    guard let base = text.baseAddress, start < text.count else { return ([Segment(bytes: start..<start, place: place)], nil) }
    let feed = memchr(base + start, 0x0A, text.count - start).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base }
    let next = feed.flatMap { $0 + 1 < text.count ? $0 + 1 : nil }
    var end = feed ?? text.count
    if end > start, text[end - 1] == 0x0D { end -= 1 }
    if end - start <= longest, memchr(base + start, 0x0D, end - start) == nil {
      return ([Segment(bytes: start..<end, place: place)], next)
    }
    return (split(text, start..<end, place: place), next)
  }

  private static func split(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, place: Place) -> [Segment] {
    var segments: [Segment] = []
    var place = place
    var start = line.lowerBound
    var position = start
    var count = 0
    while position < line.upperBound {
      if text[position] == 0x0D {
        segments.append(Segment(bytes: start..<position, place: place))
        position += 1
        start = position
        place = Place(number: place.number, index: place.index + 1, column: place.column + count + 1)
        count = 0
        continue
      }
      _ = UTF8Reader.scalar(in: text, at: &position, end: line.upperBound)
      count += 1
      if count == longest {
        segments.append(Segment(bytes: start..<position, place: place))
        start = position
        place = Place(number: place.number, index: place.index + 1, column: place.column + count)
        count = 0
      }
    }
    if start < line.upperBound || segments.isEmpty { segments.append(Segment(bytes: start..<line.upperBound, place: place)) }
    return segments
  }
}

/// Reads UTF-8 scalar by scalar; each maximal part that is no UTF-8 is one U+FFFD, as the Unicode standard recommends (§3.9, table 3-8).
enum UTF8Reader {
  /// The scalar at a position, which moves behind it.
  @inline(__always)
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at position: inout Int, end: Int) -> Unicode.Scalar {
    let first = text[position]
    position += 1
    return first < 0x80 ? Unicode.Scalar(first) : rest(of: first, in: text, at: &position, end: end)
  }

  private static func rest(of first: UInt8, in text: UnsafeBufferPointer<UInt8>, at position: inout Int, end: Int) -> Unicode.Scalar {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (1, 0x80...0xBF)
      case 0xE0: (2, 0xA0...0xBF)
      case 0xED: (2, 0x80...0x9F)
      case 0xE1...0xEF: (2, 0x80...0xBF)
      case 0xF0: (3, 0x90...0xBF)
      case 0xF1...0xF3: (3, 0x80...0xBF)
      case 0xF4: (3, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0 else { return "\u{FFFD}" }
    var value = UInt32(first) & (0x3F >> UInt32(length))
    for index in 0..<length {
      guard position < end, (index == 0 ? second : 0x80...0xBF).contains(text[position]) else { return "\u{FFFD}" }
      value = value << 6 | UInt32(text[position] & 0x3F)
      position += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
