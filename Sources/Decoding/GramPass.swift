internal import CScan

/// One search of a range of bytes for the grams of a table.
struct GramPass {
  private let table: GramTable
  private let tables: IndexTables
  private let text: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private(set) var candidates: [Candidate] = []

  init(_ table: GramTable, _ tables: IndexTables, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    (self.table, self.tables, self.text, self.range) = (table, tables, text, range)
  }

  /// Checks the even places that pass the filter, up to one place outside the range.
  mutating func run() {
    let last = min(range.upperBound + 1, text.count)
    let places = UnsafeMutablePointer<UInt32>.allocate(capacity: Stretch.room)
    defer { places.deallocate() }
    for stretch in Stretch.all(in: text, max(0, range.lowerBound - 1) & ~1..<last) {
      let count = cscan_grams(stretch.range, table.filter, table.power, GramTable.multiplier, places)
      for index in 0..<count { check(at: stretch.range.start &+ Int(places[index])) }
    }
  }

  @inline(__always)
  private mutating func check(at place: Int) {
    let gram = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + place).loadUnaligned(as: UInt32.self) | Gram.caseBits
    for entry in table.bucket(gram) { check(entry, at: place) }
    if let key = table.openKey(gram) {
      for entry in table.bucket(key) { check(entry, at: place) }
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
    let literal = UnsafeBufferPointer(rebasing: tables.bytes[Int(entry.literal.lowerBound)..<Int(entry.literal.upperBound)])
    guard LiteralComparison(literal: literal, text: text).mayStand(Int(entry.offset), at: position) else { return }
    candidates.append(Candidate(offset: position, pattern: Int(entry.pattern)))
  }
}
