internal import CScan

/// A part of a range of bytes, no longer than the innermost loops take at once.
struct Stretch {
  let range: cscan_range

  /// How many places one may hold, and more than that.
  static let room = Int(CSCAN_ROOM)

  private static let level = cscan_best_level()

  /// A range of any length, for what takes one.
  static func whole(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> cscan_range {
    cscan_range(text: text.baseAddress, count: text.count, start: range.lowerBound, end: range.upperBound, level: level)
  }

  /// The stretches of a range, in order; none of a text without bytes.
  static func all(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> some Sequence<Stretch> {
    stride(from: range.lowerBound, to: range.upperBound, by: Int(CSCAN_STRETCH)).lazy.map { start in
      Stretch(range: whole(text, start..<min(range.upperBound, start + Int(CSCAN_STRETCH))))
    }
  }
}
