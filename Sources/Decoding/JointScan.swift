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

  // MARK: Escaped ends

  /// How far behind an escaped end the next row's text is looked for.
  private static let furthest = 64

  /// Whether `\n` or `\r` stands at a place, and a pattern may go on behind it in a view of the line; true where escapes around it, or a
  /// string's end, leave that open.
  func mayGoOn(behindEscapeAt place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place + 2 < text.count, text[place] == 0x5C, Self.isLineEscape(text[place + 1]) else { return false }
    var end = place
    while end > 0, text[end - 1] == 0x5C { end -= 1 }
    // The first of several tells for all.
    if end >= 2, text[end - 2] == 0x5C, Self.isLineEscape(text[end - 1]) { return false }
    var next = place + 2
    while next < text.count, !text[next].isWord, !text[next].isLineEnd {
      guard next - place < Self.furthest, text[next] != 0x26 else { return true }
      let escaped = text[next] == 0x5C && next + 1 < text.count ? text[next + 1] : 0
      next += Self.isLineEscape(escaped) || escaped == UInt8(ascii: "t") ? 2 : 1
    }
    if isUnclear(text, from: end - 1, step: -1) || isUnclear(text, from: next, step: 1) { return true }
    let edges = Joint.Edges(text, end: end, next: next)
    var mayGoOn = edges.isUnclear
    if !mayGoOn { forEachPattern(edges, in: text, end: end, next: next) { _ in mayGoOn = true } }
    return mayGoOn
  }

  private static func isLineEscape(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "n") || byte == UInt8(ascii: "r") }

  /// Whether an escape or a quote stands among the bytes by which an edge is known, and the blanks beside them.
  private func isUnclear(_ text: UnsafeBufferPointer<UInt8>, from start: Int, step: Int) -> Bool {
    var position = start
    for _ in 0...(step < 0 ? Joint.longest : Joint.shortest) {
      guard text.indices.contains(position), !text[position].isLineEnd else { return false }
      let byte = text[position]
      if byte == 0x5C || byte == 0x26 || byte == 0x22 { return true }
      position += step
      while byte.isBlank, text.indices.contains(position), text[position].isBlank { position += step }
    }
    return false
  }

  // MARK: Patterns

  /// The patterns that may go on behind the end of a line; one may come more than once.
  @inline(__always)
  func forEachPattern(
    _ edges: Joint.Edges, in text: UnsafeBufferPointer<UInt8>, end: Int, next: Int, _ body: (Int) -> Void
  ) {
    if let key = edges.longEnd, mayBeJoint(key) { forEachPattern(Int(key), in: text, end: end, next: next, body) }
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
    let first = literal[rest]
    let lineEnd = LineFeeds.first(in: text, from: next) ?? text.count
    // Quotes stand for one another.
    guard next < lineEnd, first < 0x80, !first.isQuote else { return next < lineEnd }
    let isHere = { (byte: UInt8) in
      var places = BytePlaces(of: byte, in: text, next..<lineEnd)
      while let place = places.next() { if comparison.mayFollow(from: rest, at: place) { return true } }
      return false
    }
    // What normalising drops may stand between.
    return isHere(first) || first.isLetter && isHere(first ^ 0x20) || Disguise.suspect(in: text, next..<lineEnd) != nil
  }
}
