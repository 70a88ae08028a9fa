/// The last lines of a log that hold a word such as `error`: when nothing matches, they are what it may be about.
struct LevelLines: Sendable {
  /// In bytes, of all lines compared, and of one. As many again are kept, as they may stand in the text's end, which is compared anyhow.
  private static let limits = (all: 65_536, line: 4_096)

  /// The lines, one behind the other, and where each stands.
  private var bytes: [UInt8] = []
  private var kept: [(bytes: Range<Int>, number: Int)] = []

  /// Takes the last lines of a range that hold a level word.
  ///
  /// - Parameter number: Of the line that holds the range's first byte.
  /// - Complexity: O(n) in the bytes; mostly fewer are looked at, from the last one back.
  mutating func add(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, scan: GramScan, walk: LineWalk) {
    var lines: [Range<Int>] = []
    var total = 0
    var end = range.upperBound
    while end > range.lowerBound, total <= 2 * Self.limits.all {
      let start = max(range.lowerBound, end - Self.limits.all)
      for place in scan.levelWords(in: text, start..<end).reversed() where place < lines.last?.lowerBound ?? .max {
        let line = walk.lineRange(around: place)
        lines.append(line)
        if line.count <= Self.limits.line { total += line.count }
      }
      end = start
    }
    var walk = walk
    for line in lines.reversed() where line.count <= Self.limits.line {
      add(line, of: text, number: walk.bounds(at: line.lowerBound).number)
    }
  }

  /// Takes a line as pasted; the same line again counts once.
  private mutating func add(_ line: Range<Int>, of text: UnsafeBufferPointer<UInt8>, number: Int) {
    guard kept.last?.number != number else { return }
    let start = bytes.count
    bytes += text[line]
    kept.append((start..<bytes.count, number))
    if bytes.count > 4 * Self.limits.all { trim(to: 2 * Self.limits.all) }
  }

  private mutating func trim(to limit: Int) {
    let first = (kept.lastIndex { bytes.count - $0.bytes.lowerBound > limit } ?? -1) + 1
    let start = first < kept.count ? kept[first].bytes.lowerBound : bytes.count
    bytes.removeFirst(start)
    kept.removeFirst(first)
    for index in kept.indices { kept[index].bytes = (kept[index].bytes.lowerBound - start)..<(kept[index].bytes.upperBound - start) }
  }

  /// The segments of the last lines, at most 64 KiB of them, that stand before a line.
  func lines(before number: Int) -> [NormalizedLine] {
    let end = kept.firstIndex { $0.number >= number } ?? kept.count
    var earlier = self
    earlier.bytes.removeLast(bytes.count - (end < kept.count ? kept[end].bytes.lowerBound : bytes.count))
    earlier.kept.removeLast(kept.count - end)
    earlier.trim(to: Self.limits.all)
    return earlier.kept.flatMap { line in
      earlier.bytes[line.bytes].withUnsafeBufferPointer { text in
        Segment.segments(in: text, from: 0, place: Segment.Place(number: line.number)).segments.map { Normalizer.line(of: $0, in: text) }
      }
    }
  }
}
