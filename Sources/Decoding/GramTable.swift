/// The grams of all patterns, for finding out within a nanosecond that a place in a text begins none of them.
///
/// A filter of bits answers almost always; the buckets behind it are read for the few places that pass.
struct GramTable: Sendable {
  /// Two to this power is the number of the filter's bits in one bucket.
  static let bucketShift = 3
  let power: Int
  let filter: [UInt8]

  /// A few entries need few bits; about 64 bits a gram keep false alarms rare, and the filter in a core's first cache.
  static func filterPower(for count: Int) -> Int {
    var power = 13
    while power < 26, 1 << power < count * 64 { power += 1 }
    return power
  }

  /// The least power of two that is no smaller than a number, and at least 16.
  static func powerOfTwo(above count: Int) -> Int {
    var power = 16
    while power < count { power *= 2 }
    return power
  }

  static let multiplier: UInt32 = 0x9E37_79B1

  /// Knuth's multiplicative hashing: the high bits of the product.
  @inline(__always)
  static func bit(of gram: UInt32, power: Int) -> Int { Int((gram &* multiplier) &>> UInt32(truncatingIfNeeded: 32 &- power)) }

  init(_ tables: IndexTables) {
    power = tables.layout.filterPower
    var filter = [UInt8](repeating: 0, count: 1 << (power - 3))
    for index in 0..<(1 << power) {
      let digit = tables.bytes[tables.layout.filter + index / 6] &- 0x30
      filter[index >> 3] |= (digit >> UInt8(index % 6) & 1) << UInt8(index & 7)
    }
    self.filter = filter
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
