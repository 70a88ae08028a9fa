/// The grams of all patterns, for finding out within a nanosecond that a place in a text begins none of them.
///
/// Places are looked at two by two: of each pattern two neighbouring grams are kept, and one of them stands at an even place. A filter
/// answers almost always; the buckets behind it are read for the few places that pass.
final class GramTable: Sendable {
  /// A gram as it is met at an even place.
  struct Entry {
    /// Up to eight bytes of the literal around the gram, as a scan sees them, and which of eight bytes they are.
    var word: UInt64 = 0
    var mask: UInt64 = 0
    var pattern: Int32 = 0
    /// Of the literal, in the bytes of the tables.
    var literal: Range<Int32> = 0..<0
    /// Where in the literal the gram stands by which the candidate is reported.
    var offset: Int32 = 0
    /// Where that gram stands, counted from the even place.
    var shift: Int32 = 0
    /// How many bytes before that gram the word begins.
    var lead: Int32 = 0
  }

  /// Two to this power is the number of bits in the filter, one for each hash: 18, which stays in a core's nearest cache, or 20,
  /// which keeps false alarms rare when there are many grams.
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
    let power = UInt32(count > 1 << 13 ? 20 : 18)
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
      let (entry, gram, next) = Self.entry(record, tables)
      mark(gram)
      keys.append(gram)
      unsorted.append(entry)
      var other = entry
      if let next {
        mark(next)
        keys.append(next)
        other.shift = -1
      } else {
        // Whatever byte stands before it.
        for byte in UInt32(0)..<256 where byte & 0x20 != 0 { mark(gram &<< 8 | byte) }
        let key = Self.open(gram &<< 8)
        let hash = Self.hash(key, power: Self.openPower)
        openFilter[hash >> 6] |= 1 << UInt64(hash & 63)
        keys.append(key)
        other.shift = 1
      }
      unsorted.append(other)
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
    _ = copy.initialize(from: array)
    return UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
  }

  /// The entries that a key may stand for.
  @inline(__always)
  func bucket(_ key: UInt32) -> UnsafeBufferPointer<Entry> {
    let bucket = Int(truncatingIfNeeded: (key &* Self.multiplier) &>> bucketShift)
    let start = Int(truncatingIfNeeded: starts[bucket])
    return UnsafeBufferPointer(start: entries + start, count: Int(truncatingIfNeeded: starts[bucket &+ 1]) &- start)
  }

  /// A record's entry, its gram, and the gram behind that one if there is one.
  private static func entry(_ record: PackedRecord, _ tables: IndexTables) -> (Entry, gram: UInt32, next: UInt32?) {
    let start = tables.layout.texts + record(1)
    let literal = start..<(start + record(2))
    let place = start + record(3)
    var first = place
    var end = place + Gram.length
    while end < literal.upperBound, end - first < 8, GramChooser.isUsable(tables.bytes[end]) { end += 1 }
    while first > literal.lowerBound, end - first < 8, GramChooser.isUsable(tables.bytes[first - 1]) { first -= 1 }
    var entry = Entry(
      pattern: Int32(record(0)), literal: Int32(literal.lowerBound)..<Int32(literal.upperBound), offset: Int32(record(3)),
      lead: Int32(place - first))
    for index in first..<end {
      entry.word |= UInt64(tables.bytes[index] | 0x20) << UInt64(8 * (index - first))
      entry.mask |= 0xFF << UInt64(8 * (index - first))
    }
    let gram = { (place: Int) in
      (0..<Gram.length).reduce(UInt32(0)) { $0 | UInt32(tables.bytes[place + $1] | 0x20) << UInt32(8 * $1) }
    }
    let hasNext = place + Gram.length < literal.upperBound && GramChooser.isUsable(tables.bytes[place + Gram.length])
    return (entry, gram(place), hasNext ? gram(place + 1) : nil)
  }
}

/// Words by which a log marks a line as bad news: what such lines say is compared when nothing matched.
enum LevelWord {
  static let words = ["error", "fatal", "panic", "exception", "fail", "critical", "severe", "emerg"]

  static var grams: [Gram] {
    words.compactMap { word in
      let literal = Array(word.unicodeScalars)
      return GramChooser.grams(of: literal).first
    }
  }
}
