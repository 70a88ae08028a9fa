#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Searches the ends of lines for literals that may go on in the next line.
struct JointScan {
  /// An end of a line behind which a pattern may go on.
  struct Place {
    /// Of the line feed.
    let offset: Int
    /// Nil when the lines must be made comparable to tell.
    let pattern: Int?
  }

  private let tables: IndexTables

  init(_ tables: IndexTables) { self.tables = tables }

  /// What a range's line feeds tell, and places in lines that are too long to be searched as they are.
  ///
  /// - Complexity: O(n) in the bytes.
  func places(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (joints: [Place], longLines: [Int]) {
    guard let base = text.baseAddress else { return ([], []) }
    var joints: [Place] = []
    var longLines: [Int] = []
    // A line may have begun before the range.
    var start = range.lowerBound
    while start > 0, text[start - 1] != 0x0A, range.lowerBound - start <= Segment.longest { start -= 1 }
    while start < range.upperBound, let found = memchr(base + start, 0x0A, range.upperBound - start) {
      let feed = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if feed - start > Segment.longest { longLines.append(max(start, range.lowerBound)) }
      var end = feed
      while end > 0, text[end - 1] == 0x0D { end -= 1 }
      let edges = Joint.Edges(text, end: end, next: feed + 1)
      if edges.isUnclear {
        joints.append(Place(offset: feed, pattern: nil))
      } else {
        forEachPattern(edges, in: text, end: end, next: feed + 1) { joints.append(Place(offset: feed, pattern: $0)) }
      }
      start = feed + 1
    }
    if range.upperBound - start > Segment.longest { longLines.append(max(start, range.lowerBound)) }
    return (joints, longLines)
  }

  /// The patterns that may go on behind the end of a line; one may come more than once.
  func forEachPattern(
    _ edges: Joint.Edges, in text: UnsafeBufferPointer<UInt8>, end: Int, next: Int, _ body: (Int) -> Void
  ) {
    if let key = edges.end { forEachPattern(Int(key), in: text, end: end, next: next, body) }
    if let key = edges.start { forEachPattern(Int(key), in: text, end: end, next: next, body) }
  }

  private func forEachPattern(_ key: Int, in text: UnsafeBufferPointer<UInt8>, end: Int, next: Int, _ body: (Int) -> Void) {
    let bytes = tables.bytes
    let bucket = tables.layout.jointBuckets.record(key & (tables.layout.jointBuckets.count - 2), in: bytes)
    // The next bucket's start is the next number.
    let (first, last) = (bucket(0), bucket(1))
    for index in first..<last {
      let record = tables.layout.joints.record(index, in: bytes)
      guard record(0) == key else { continue }
      let literal = tables.layout.literals.record(record(1), in: bytes)
      if mayGoOn(literal, from: record(2), in: text, end: end, next: next) { body(literal(0)) }
    }
  }

  /// Whether the line ends with the literal up to an index, and the rest stands somewhere in the next line.
  private func mayGoOn(_ record: PackedRecord, from index: Int, in text: UnsafeBufferPointer<UInt8>, end: Int, next: Int) -> Bool {
    let start = tables.layout.texts + record(1)
    let literal = UnsafeBufferPointer(rebasing: tables.bytes[start..<(start + record(2))])
    let comparison = LiteralComparison(literal: literal, text: text)
    var last = end
    while last > 0, text[last - 1].isBlank { last -= 1 }
    guard (index == 1 && literal[0] == 0x20) || comparison.mayPrecede(upTo: index, endingAt: last) else { return false }
    var rest = index
    while rest < literal.count, literal[rest] == 0x20 { rest += 1 }
    guard rest < literal.count else { return true }
    var position = next
    while position < text.count, text[position] != 0x0A {
      // What normalising drops may stand between.
      if Disguise.isSuspect(text[position], after: position > 0 ? text[position - 1] : 0) { return true }
      if text[position].matches(literal[rest]), comparison.mayFollow(from: rest, at: position) { return true }
      position += 1
    }
    return false
  }
}
