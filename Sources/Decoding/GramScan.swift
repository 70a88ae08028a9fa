/// A place where a pattern may fit, found by one of its grams.
struct Candidate {
  /// Of the gram, in the bytes searched.
  let offset: Int
  let pattern: Int
}

/// Searches bytes for the grams of all patterns, and compares the literal around each that it finds.
struct GramScan {
  private let tables: IndexTables
  private let table: GramTable
  private let levelTable: GramTable
  /// By needle, of patterns without a gram.
  private let needles: [(needle: [UInt8], patterns: [Int])]

  init(_ tables: IndexTables) {
    self.tables = tables
    let needles = tables.ungrammedPatterns.filter { !$0.needle.isEmpty }
    self.needles = Dictionary(grouping: needles, by: \.needle).sorted { $0.value[0].pattern < $1.value[0].pattern }
      .map { ($0.key, $0.value.map(\.pattern)) }
    let count = tables.layout.patterns.count
    table = GramTable(tables, patterns: 0..<count)
    levelTable = GramTable(tables, patterns: count..<(count + LevelWord.words.count))
  }

  /// Where level words begin to stand in a range, rising.
  func levelWords(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Int] {
    var pass = GramPass(levelTable, tables, text, range)
    pass.run()
    return pass.candidates.map(\.offset)
  }

  /// The candidates whose gram begins in a range, by rising offset.
  ///
  /// - Parameter text: Lines that end at LF or CR; what stands before and behind the range may be looked at.
  /// - Complexity: O(n) in the range's bytes, and O(m) in its candidates.
  func candidates(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Candidate] {
    var pass = GramPass(table, tables, text, range)
    pass.run()
    var candidates = pass.candidates
    let count = candidates.count
    for (needle, patterns) in needles { addPlaces(of: needle, in: text, range, patterns: patterns, to: &candidates) }
    if candidates.count > count { candidates.sort { $0.offset < $1.offset } }
    return candidates
  }

  /// Looks for a short text by its rarest byte.
  private func addPlaces(
    of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, patterns: [Int], to candidates: inout [Candidate]
  ) {
    // A sign is rarer than a digit, and a digit than a letter.
    let rank = { (byte: UInt8) in byte.isLetter ? 2 : byte &- 0x30 < 10 ? 1 : 0 }
    guard let pivot = needle.indices.min(by: { rank(needle[$0]) < rank(needle[$1]) }) else { return }
    for byte in Set([needle[pivot], needle[pivot].isLetter ? needle[pivot] ^ 0x20 : needle[pivot]]) {
      var places = BytePlaces(of: byte, in: text, range)
      while let offset = places.next() {
        let start = offset - pivot
        guard start >= 0, start + needle.count <= text.count else { continue }
        if needle.indices.allSatisfy({ text[start + $0].folded == needle[$0] }) {
          candidates += patterns.map { Candidate(offset: offset, pattern: $0) }
        }
      }
    }
  }
}
