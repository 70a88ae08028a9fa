#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A place where a pattern may fit, found by one of its grams.
struct Candidate {
  /// Of the gram, in the bytes searched.
  let offset: Int
  /// The pattern; from the number of patterns on, a level word.
  let pattern: Int
}

/// Searches bytes for the grams of all patterns, and compares the literal around each that it finds.
struct GramScan {
  private let tables: IndexTables
  private let table: GramTable
  private let patternCount: Int
  private let needles: [(pattern: Int, needle: [UInt8])]

  init(_ tables: IndexTables) {
    self.tables = tables
    needles = tables.ungrammedPatterns.filter { !$0.needle.isEmpty }
    table = GramTable(tables)
    patternCount = tables.layout.patterns.count
  }

  /// Whether a candidate's pattern is a level word.
  func isLevelWord(_ candidate: Candidate) -> Bool { candidate.pattern >= patternCount }

  /// The candidates whose gram begins in a range, by rising offset.
  ///
  /// - Parameter text: Lines that end at LF or CR; what stands before and behind the range may be looked at.
  /// - Complexity: O(n) in the range's bytes, and O(m) in its candidates.
  func candidates(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Candidate] {
    var candidates: [Candidate] = []
    var lastLevelLine = -1
    for (position, gram) in places(in: text, range) {
      check(gram, at: position, in: text, lastLevelLine: &lastLevelLine, into: &candidates)
    }
    let count = candidates.count
    for (pattern, needle) in needles { addPlaces(of: needle, in: text, range, pattern: pattern, to: &candidates) }
    if candidates.count > count { candidates.sort { $0.offset < $1.offset } }
    return candidates
  }

  /// The places that pass the filter, each with its four bytes as a scan sees them.
  private func places(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [(Int, UInt32)] {
    let last = min(range.upperBound, text.count - Gram.length + 1)
    guard let base = text.baseAddress, range.lowerBound < last else { return [] }
    var places: [(Int, UInt32)] = []
    table.filter.withUnsafeBufferPointer { filter in
      let bits = filter.baseAddress.unsafelyUnwrapped
      let shift = UInt32(truncatingIfNeeded: 32 - table.power)
      var position = range.lowerBound
      @inline(__always) func bit(_ gram: UInt32) -> UInt8 {
        let hash = (gram &* GramTable.multiplier) &>> shift
        return bits[Int(truncatingIfNeeded: hash &>> 3)] &>> UInt8(truncatingIfNeeded: hash & 7)
      }
      // Four places at once: almost always none of them passes.
      while position + 4 <= last, position + 8 <= text.count {
        let eight = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self) | Gram.caseBitsTwice
        let (a, b) = (UInt32(truncatingIfNeeded: eight), UInt32(truncatingIfNeeded: eight &>> 8))
        let (c, d) = (UInt32(truncatingIfNeeded: eight &>> 16), UInt32(truncatingIfNeeded: eight &>> 24))
        let (first, second, third, fourth) = (bit(a), bit(b), bit(c), bit(d))
        if (first | second | third | fourth) & 1 != 0 {
          if first & 1 != 0 { places.append((position, a)) }
          if second & 1 != 0 { places.append((position + 1, b)) }
          if third & 1 != 0 { places.append((position + 2, c)) }
          if fourth & 1 != 0 { places.append((position + 3, d)) }
        }
        position += 4
      }
      while position < last {
        let gram = UnsafeRawPointer(base + position).loadUnaligned(as: UInt32.self) | Gram.caseBits
        if bit(gram) & 1 != 0 { places.append((position, gram)) }
        position += 1
      }
    }
    return places
  }

  /// Looks for a short text by its rarest byte.
  private func addPlaces(
    of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, pattern: Int, to candidates: inout [Candidate]
  ) {
    // A sign is rarer than a digit, and a digit than a letter.
    let rank = { (byte: UInt8) in byte.isLetter ? 2 : byte &- 0x30 < 10 ? 1 : 0 }
    guard let base = text.baseAddress, let pivot = needle.indices.min(by: { rank(needle[$0]) < rank(needle[$1]) }) else { return }
    for byte in Set([needle[pivot], needle[pivot].isLetter ? needle[pivot] ^ 0x20 : needle[pivot]]) {
      var position = range.lowerBound
      while position < range.upperBound, let found = memchr(base + position, Int32(byte), range.upperBound - position) {
        let offset = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
        position = offset + 1
        let start = offset - pivot
        guard start >= 0, start + needle.count <= text.count else { continue }
        if needle.indices.allSatisfy({ text[start + $0].folded == needle[$0] }) {
          candidates.append(Candidate(offset: offset, pattern: pattern))
        }
      }
    }
  }

  // MARK: Behind the filter

  private func check(
    _ folded: UInt32, at position: Int, in text: UnsafeBufferPointer<UInt8>, lastLevelLine: inout Int, into candidates: inout [Candidate]
  ) {
    guard folded & 0x8080_8080 == 0 else { return }
    let key = IndexPacker.sevenBitsEach(folded)
    let bytes = tables.bytes
    let bucket = tables.layout.buckets.record(GramTable.bit(of: folded, power: table.power) >> GramTable.bucketShift, in: bytes)
    // The next bucket's start is the next number.
    for index in bucket(0)..<bucket(1) {
      let record = tables.layout.grams.record(index, in: bytes)
      guard record(0) == key else { continue }
      let pattern = record(1)
      if pattern >= patternCount, position < lastLevelLine { continue }
      let start = tables.layout.texts + record(2)
      let literal = UnsafeBufferPointer(rebasing: bytes[start..<(start + record(3))])
      guard LiteralComparison(literal: literal, text: text).mayStand(record(4), at: position) else { continue }
      if pattern >= patternCount { lastLevelLine = text[position...].firstIndex(of: 0x0A) ?? text.count }
      candidates.append(Candidate(offset: position, pattern: pattern))
    }
  }
}
