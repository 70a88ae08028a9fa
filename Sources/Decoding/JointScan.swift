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

  /// Adds what a line feed tells.
  @inline(__always)
  func addPlaces(at feed: Int, in text: UnsafeBufferPointer<UInt8>, to places: inout [Place]) {
    var end = feed
    while end > 0, text[end - 1] == 0x0D { end -= 1 }
    let edges = Joint.Edges(text, end: end, next: feed + 1)
    if edges.isUnclear {
      places.append(Place(offset: feed, pattern: nil))
    } else {
      forEachPattern(edges, in: text, end: end, next: feed + 1) { places.append(Place(offset: feed, pattern: $0)) }
    }
  }

  /// The patterns that may go on behind the end of a line; one may come more than once.
  @inline(__always)
  func forEachPattern(
    _ edges: Joint.Edges, in text: UnsafeBufferPointer<UInt8>, end: Int, next: Int, _ body: (Int) -> Void
  ) {
    if let key = edges.end, mayBeJoint(key) { forEachPattern(Int(key), in: text, end: end, next: next, body) }
    if let key = edges.start, mayBeJoint(key) { forEachPattern(Int(key), in: text, end: end, next: next, body) }
  }

  @inline(__always)
  private func mayBeJoint(_ key: UInt32) -> Bool {
    let (first, second) = Joint.filterBits(of: Int(key), mask: tables.layout.jointFilterMask)
    return isSet(first) && isSet(second)
  }

  @inline(__always)
  private func isSet(_ bit: Int) -> Bool {
    (tables.bytes[tables.layout.jointFilter &+ bit &>> 2] &- 0x30) &>> UInt8(truncatingIfNeeded: bit & 3) & 1 != 0
  }

  @inline(never)
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
    let lineEnd = LineFeeds.first(in: text, from: next) ?? text.count
    // What normalising drops may stand between.
    if next < lineEnd, Disguise.suspect(in: text, next..<lineEnd) != nil { return true }
    let first = literal[rest]
    // Quotes stand for one another.
    guard first < 0x80, !first.isQuote else { return next < lineEnd }
    return (next..<max(next, lineEnd)).contains { text[$0].folded == first && comparison.mayFollow(from: rest, at: $0) }
  }
}
