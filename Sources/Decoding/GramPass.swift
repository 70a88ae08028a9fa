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
    let start = place &- GramTable.Entry.lead
    guard start >= 0, start &+ GramTable.Entry.width <= text.count else { return checkNearEdge(at: place) }
    let word = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + start).loadUnaligned(as: UInt64.self) | Gram.caseBitsTwice
    let gram = UInt32(truncatingIfNeeded: word &>> UInt64(8 * GramTable.Entry.lead))
    check(table.bucket(gram), word, at: place)
    if let key = table.openKey(gram) { check(table.bucket(key), word, at: place) }
  }

  @inline(__always)
  private mutating func check(_ entries: UnsafeBufferPointer<GramTable.Entry>, _ word: UInt64, at place: Int) {
    for index in entries.indices where (word ^ entries[index].word) & entries[index].mask == 0 { confirm(entries[index], at: place) }
  }

  /// Too near to an end of the text for eight bytes.
  @inline(never)
  private mutating func checkNearEdge(at place: Int) {
    let gram = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + place).loadUnaligned(as: UInt32.self) | Gram.caseBits
    for entry in table.bucket(gram) { confirm(entry, at: place, isKnown: false) }
    if let key = table.openKey(gram) {
      for entry in table.bucket(key) { confirm(entry, at: place, isKnown: false) }
    }
  }

  /// - Parameter isKnown: Whether the gram's own bytes have been compared.
  @inline(never)
  private mutating func confirm(_ entry: GramTable.Entry, at place: Int, isKnown: Bool = true) {
    let position = place + Int(entry.shift)
    guard range.contains(position) else { return }
    let literal = UnsafeBufferPointer(rebasing: tables.bytes[Int(entry.literal.lowerBound)..<Int(entry.literal.upperBound)])
    let comparison = LiteralComparison(literal: literal, text: text)
    let passed = isKnown ? Gram.length : 0
    guard comparison.mayPrecede(upTo: Int(entry.offset), endingAt: position) else { return }
    guard comparison.mayFollow(from: Int(entry.offset) + passed, at: position + passed) else { return }
    candidates.append(Candidate(offset: position, pattern: Int(entry.pattern)))
  }
}
