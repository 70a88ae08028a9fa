/// The last lines of a log that hold a word such as `error`: when nothing matches, they are what it may be about.
struct LevelLines: Sendable {
  /// In bytes, of all lines kept, and of one.
  private static let limits = (all: 65_536, line: 4_096)

  private var kept: [(bytes: [UInt8], number: Int)] = []
  private var size = 0

  /// Takes a line as pasted; the same line again counts once.
  mutating func add(_ bytes: Range<Int>, of text: UnsafeBufferPointer<UInt8>, number: Int) {
    guard bytes.count <= Self.limits.line, kept.last?.number != number else { return }
    kept.append((Array(text[bytes]), number))
    size += bytes.count
    guard size > 2 * Self.limits.all else { return }
    trim()
  }

  private mutating func trim() {
    var first = kept.count
    var total = 0
    while first > 0, total + kept[first - 1].bytes.count <= Self.limits.all {
      first -= 1
      total += kept[first].bytes.count
    }
    kept.removeFirst(first)
    size = total
  }

  /// The segments of the last lines, at most 64 KiB of them, that stand before a line.
  func lines(before number: Int) -> [NormalizedLine] {
    var earlier = self
    earlier.kept.removeAll { $0.number >= number }
    earlier.trim()
    return earlier.kept.flatMap { line in
      line.bytes.withUnsafeBufferPointer { text in
        Segment.segments(in: text, from: 0, place: Segment.Place(number: line.number)).segments.map { Normalizer.line(of: $0, in: text) }
      }
    }
  }
}
