/// The grams of all patterns, for finding out within a nanosecond that a place in a text begins none of them.
///
/// Places are looked at two by two: of each pattern two neighbouring grams are kept, and one of them stands at an even place. A filter
/// answers almost always; the buckets behind it are read for the few places that pass.
final class GramTable: Sendable {
  /// A gram as it is met at an even place.
  struct Entry {
    /// What is known of the eight bytes around the even place, two before it and six from it on, as a scan sees them; and which of them that is.
    var word: UInt64 = 0
    var mask: UInt64 = 0
    var pattern: Int32 = 0
    /// Of the literal, in the bytes of the tables.
    var literal: Range<Int32> = 0..<0
    /// Where in the literal the gram stands by which the candidate is reported.
    var offset: Int32 = 0
    /// Where that gram stands, counted from the even place.
    var shift: Int32 = 0

    /// How many of the eight bytes stand before the even place.
    static let lead = 2
    static let width = 8
  }

  /// Two to this power is the number of bits in the filter, one for each hash: 18, which stays in a core's nearest cache; 20, which
  /// keeps false alarms rare when there are many grams; 14 for those of a few entries, which costs least to make.
  let power: UInt32
  /// For each hash, whether a place that has it may be one of a pattern.
  nonisolated(unsafe) let filter: UnsafePointer<UInt32>
  nonisolated(unsafe) private let starts: UnsafePointer<UInt32>
  nonisolated(unsafe) private let entries: UnsafePointer<Entry>
  private let bucketShift: UInt32
  /// Of keys of grams without a neighbour, a few bits of a hash each.
  nonisolated(unsafe) private let openFilter: UnsafePointer<UInt64>

  static let multiplier: UInt32 = 0x9E37_79B1

  /// Knuth's multiplicative hashing: the high bits of the product.
  @inline(__always)
  static func hash(_ gram: UInt32, power: UInt32) -> Int { Int(truncatingIfNeeded: (gram &* multiplier) &>> (32 &- power)) }

  /// The bytes of a gram without a neighbour that are known one place before it, with the first left open.
  @inline(__always)
  private static func open(_ gram: UInt32) -> UInt32 { gram | 0xFF }

  private static let openPower: UInt32 = 12

  /// The key of a gram without a neighbour that may stand one place further on, if there is one.
  @inline(__always)
  func openKey(_ gram: UInt32) -> UInt32? {
    let key = Self.open(gram)
    let hash = Self.hash(key, power: Self.openPower)
    return openFilter[hash >> 6] &>> UInt64(hash & 63) & 1 != 0 ? key : nil
  }

  /// The grams of the patterns in a range of numbers.
  init(_ tables: IndexTables, patterns: Range<Int>) {
    let count = tables.layout.grams.count
    let power: UInt32 = count > 1 << 13 ? 20 : count > 1 << 8 ? 18 : 14
    self.power = power
    var filter = [UInt32](repeating: 0, count: 1 << Int(power - 5))
    var keys: [UInt32] = []
    var unsorted: [Entry] = []
    keys.reserveCapacity(2 * count)
    unsorted.reserveCapacity(2 * count)
    var openFilter = [UInt64](repeating: 0, count: 1 << Int(Self.openPower - 6))
    func mark(_ gram: UInt32) {
      let hash = Self.hash(gram, power: power)
      filter[hash >> 5] |= 1 << UInt32(hash & 31)
    }
    for index in 0..<count {
      let record = tables.layout.grams.record(index, in: tables.bytes)
      guard patterns.contains(record(0)) else { continue }
      let literal = GramLiteral(record, tables)
      let gram = literal.gram(at: 0)
      mark(gram)
      keys.append(gram)
      unsorted.append(literal.entry(shift: 0))
      if literal.hasNext {
        let next = literal.gram(at: 1)
        mark(next)
        keys.append(next)
        unsorted.append(literal.entry(shift: -1))
      } else {
        // Whatever byte stands before it.
        for byte in UInt32(0)..<256 where byte & 0x20 != 0 { mark(gram &<< 8 | byte) }
        let key = Self.open(gram &<< 8)
        let hash = Self.hash(key, power: Self.openPower)
        openFilter[hash >> 6] |= 1 << UInt64(hash & 63)
        keys.append(key)
        unsorted.append(literal.entry(shift: 1))
      }
    }
    self.openFilter = Self.kept(openFilter)
    self.filter = Self.kept(filter)
    var bucketPower = 4
    while 1 << bucketPower < unsorted.count { bucketPower += 1 }
    let bucketShift = UInt32(32 - bucketPower)
    let bucket = { (key: UInt32) in Int((key &* Self.multiplier) &>> bucketShift) }
    // By bucket, in the order of the tables.
    var starts = [UInt32](repeating: 0, count: 1 << bucketPower + 1)
    for key in keys { starts[bucket(key) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var entries = Array(repeating: Entry(), count: unsorted.count)
    for (key, entry) in zip(keys, unsorted) {
      entries[Int(next[bucket(key)])] = entry
      next[bucket(key)] += 1
    }
    self.bucketShift = bucketShift
    self.starts = Self.kept(starts)
    self.entries = Self.kept(entries)
  }

  deinit {
    filter.deallocate()
    openFilter.deallocate()
    starts.deallocate()
    entries.deallocate()
  }

  /// A copy that stays where it is, and is never written.
  private static func kept<Element>(_ array: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
    _ = copy.initialize(fromContentsOf: array)
    return UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
  }

  /// The entries that a key may stand for.
  @inline(__always)
  func bucket(_ key: UInt32) -> UnsafeBufferPointer<Entry> {
    let bucket = Int(truncatingIfNeeded: (key &* Self.multiplier) &>> bucketShift)
    let start = Int(truncatingIfNeeded: starts[bucket])
    return UnsafeBufferPointer(start: entries + start, count: Int(truncatingIfNeeded: starts[bucket &+ 1]) &- start)
  }
}

/// A literal of the tables, and the place of its gram.
private struct GramLiteral {
  private let pattern: Int
  private let literal: Range<Int>
  /// Of the gram's first byte.
  private let place: Int
  /// The bytes around it that are known to stand in a text as they are.
  private let known: Range<Int>
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ record: PackedRecord, _ tables: IndexTables) {
    pattern = record(0)
    bytes = tables.bytes
    let start = tables.layout.texts + record(1)
    literal = start..<(start + record(2))
    place = start + record(3)
    // U+FFFD begins with 0xEF, and stands for other bytes: neither way is it run into.
    let bytes = bytes
    let isKnown = { (place: Int) in GramChooser.isUsable(bytes[place]) && bytes[place] != 0xEF }
    var (first, end) = (place, place + Gram.length)
    while end < literal.upperBound, end - place < GramTable.Entry.width, isKnown(end) { end += 1 }
    while first > literal.lowerBound, place - first < GramTable.Entry.lead + 1, isKnown(first - 1), bytes[first - 1] < 0x80 { first -= 1 }
    known = first..<end
  }

  /// Whether a gram stands behind the gram.
  var hasNext: Bool { known.upperBound > place + Gram.length }

  /// The gram so many bytes behind it.
  func gram(at offset: Int) -> UInt32 {
    (0..<Gram.length).reduce(UInt32(0)) { $0 | UInt32(bytes[place + offset + $1] | 0x20) << UInt32(8 * $1) }
  }

  /// - Parameter shift: Where the gram stands, counted from the even place at which it is met.
  func entry(shift: Int) -> GramTable.Entry {
    var entry = GramTable.Entry(
      pattern: Int32(pattern), literal: Int32(literal.lowerBound)..<Int32(literal.upperBound), offset: Int32(place - literal.lowerBound),
      shift: Int32(shift))
    let start = place - shift - GramTable.Entry.lead
    for index in known.clamped(to: start..<(start + GramTable.Entry.width)) {
      entry.word |= UInt64(bytes[index] | 0x20) << UInt64(8 * (index - start))
      entry.mask |= 0xFF << UInt64(8 * (index - start))
    }
    return entry
  }
}

/// Words by which a log marks a line as bad news: what such lines say is compared when nothing matched.
enum LevelWord {
  static let words = ["error", "fatal", "panic", "exception", "fail", "critical", "severe", "emerg"]

  static let grams: [Gram] = words.compactMap { GramChooser.grams(of: Array($0.unicodeScalars)).first }
}
