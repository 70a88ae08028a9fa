/// One search of a range of bytes for the grams of a table.
struct GramPass {
  private let table: GramTable
  private let tables: IndexTables
  private let text: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private let patternCount: Int
  private(set) var candidates: [Candidate] = []
  /// Where the last line ends in which a level word was found: one is enough.
  private var lastLevelLine = -1

  init(_ table: GramTable, _ tables: IndexTables, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    (self.table, self.tables, self.text, self.range) = (table, tables, text, range)
    patternCount = tables.layout.patterns.count
  }

  mutating func run() {
    if table.power == 16 { run(power: 16) } else { run(power: 20) }
  }

  /// The even places that pass the filter, each with its four bytes as a scan sees them; up to one place outside the range.
  ///
  /// - Parameter power: The table's, as a constant, so that the compiler makes a function for each: shifts by constants are faster.
  @inline(__always)
  private mutating func run(power: UInt32) {
    let last = min(range.upperBound + 1, text.count - Gram.length + 1)
    var position = max(0, range.lowerBound - 1) & ~1
    guard let base = text.baseAddress, position < last else { return }
    let flags = table.filter
    @inline(__always) func flag(_ gram: UInt32) -> UInt8 { flags[GramTable.hash(gram, power: power)] }
    // Eight places at once: almost always none of them passes.
    while position + 16 <= last, position + 22 <= text.count {
      let here = UnsafeRawPointer(base + position)
      let w0 = here.loadUnaligned(as: UInt64.self) | Gram.caseBitsTwice
      let w1 = here.loadUnaligned(fromByteOffset: 6, as: UInt64.self) | Gram.caseBitsTwice
      let w2 = here.loadUnaligned(fromByteOffset: 12, as: UInt64.self) | Gram.caseBitsTwice
      let a = UInt32(truncatingIfNeeded: w0)
      let b = UInt32(truncatingIfNeeded: w0 &>> 16)
      let c = UInt32(truncatingIfNeeded: w0 &>> 32)
      let d = UInt32(truncatingIfNeeded: w1)
      let e = UInt32(truncatingIfNeeded: w1 &>> 16)
      let f = UInt32(truncatingIfNeeded: w1 &>> 32)
      let g = UInt32(truncatingIfNeeded: w2)
      let h = UInt32(truncatingIfNeeded: w2 &>> 16)
      let (fa, fb, fc, fd, fe, ff, fg, fh) = (flag(a), flag(b), flag(c), flag(d), flag(e), flag(f), flag(g), flag(h))
      if (fa | fb | fc | fd) | (fe | ff | fg | fh) != 0 {
        if fa != 0 { check(at: position, a, fa) }
        if fb != 0 { check(at: position + 2, b, fb) }
        if fc != 0 { check(at: position + 4, c, fc) }
        if fd != 0 { check(at: position + 6, d, fd) }
        if fe != 0 { check(at: position + 8, e, fe) }
        if ff != 0 { check(at: position + 10, f, ff) }
        if fg != 0 { check(at: position + 12, g, fg) }
        if fh != 0 { check(at: position + 14, h, fh) }
      }
      position += 16
    }
    while position < last {
      let gram = UnsafeRawPointer(base + position).loadUnaligned(as: UInt32.self) | Gram.caseBits
      if flag(gram) != 0 { check(at: position, gram, flag(gram)) }
      position += 2
    }
  }

  @inline(never)
  private mutating func check(at place: Int, _ gram: UInt32, _ flags: UInt8) {
    if flags & GramTable.Flag.gram != 0 {
      for entry in table.bucket(gram) { check(entry, at: place) }
    }
    if flags & GramTable.Flag.open != 0 {
      for entry in table.bucket(GramTable.open(gram)) { check(entry, at: place) }
    }
  }

  @inline(__always)
  private mutating func check(_ entry: GramTable.Entry, at place: Int) {
    let position = place &+ Int(entry.shift)
    let start = position &- Int(entry.lead)
    guard start >= 0, start + 8 <= text.count else {
      // Too near to an end for eight bytes.
      return confirm(entry, at: position)
    }
    let word = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + start).loadUnaligned(as: UInt64.self) | Gram.caseBitsTwice
    guard (word ^ entry.word) & entry.mask == 0 else { return }
    confirm(entry, at: position)
  }

  @inline(never)
  private mutating func confirm(_ entry: GramTable.Entry, at position: Int) {
    guard range.contains(position) else { return }
    let pattern = Int(entry.pattern)
    if pattern >= patternCount, position < lastLevelLine { return }
    let literal = UnsafeBufferPointer(rebasing: tables.bytes[Int(entry.literal.lowerBound)..<Int(entry.literal.upperBound)])
    let comparison = LiteralComparison(literal: literal, text: text)
    guard comparison.mayStand(Int(entry.offset), at: position) else { return }
    if pattern >= patternCount { lastLevelLine = LineFeeds.first(in: text, from: position) ?? text.count }
    candidates.append(Candidate(offset: position, pattern: pattern))
  }
}
