/// Where a phrase may be broken over two lines, by a terminal or a collector of logs.
///
/// A match goes on in the next line only where the first ends within a literal: with six or more scalars of it, or when the next begins
/// with six or more of its rest, both from their first letter or digit on; a literal that begins with a blank may begin there, behind a
/// value. All six are ASCII, and a run of blanks counts as one.
enum Joint {
  static let shortest = 6

  /// A place where a literal may be broken.
  struct Break: Equatable {
    /// Of the first byte that stands in the next line; the literal's length when nothing but a blank does.
    let index: Int
    /// Six bytes by which it is found: the last of the first line, or the first of the next.
    let key: UInt32
  }

  /// Whether a literal may be broken before its scalar at an index; behind its last where that is their number.
  ///
  /// - Parameter byRest: Whether enough of its rest in the next line is a reason.
  static func mayBreak(_ literal: [Unicode.Scalar], at index: Int, byRest: Bool) -> Bool {
    let isKey = { (part: ArraySlice<Unicode.Scalar>) in part.count == shortest && part.allSatisfy { $0.value < 0x80 } }
    return isKey(literal[..<index].suffix(shortest)) || byRest && isKey(literal[index...].drop { !$0.isWordScalar }.prefix(shortest))
  }

  /// All places where a literal may be broken, each with a key to find it by.
  static func breaks(in literal: [Unicode.Scalar]) -> [Break] {
    // Bytes beyond ASCII make no key.
    let bytes = Array(String(String.UnicodeScalarView(literal)).utf8)
    guard !bytes.isEmpty else { return [] }
    let end = bytes.last == 0x20 ? bytes.count - 1 : bytes.count
    return (1...max(1, end)).compactMap { index -> Break? in
      // A literal that begins with a blank may begin at the joint, behind a value.
      if index == 1, bytes[0] == 0x20 { return breakByStart(bytes, at: 1) }
      guard bytes[index - 1] != 0x20 else { return nil }
      if index >= shortest, let key = key(bytes[(index - shortest)..<index]) {
        return Break(index: index, key: key)
      }
      return breakByStart(bytes, at: index)
    }
  }

  private static func breakByStart(_ bytes: [UInt8], at index: Int) -> Break? {
    let rest = bytes[index...].drop { !$0.isWord }
    return rest.count >= shortest ? key(rest.prefix(shortest)).map { Break(index: index, key: $0) } : nil
  }

  /// Of six folded bytes; nil when one is beyond ASCII.
  static func key(_ bytes: some Sequence<UInt8>) -> UInt32? {
    var packed: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      guard byte < 0x80 else { return nil }
      packed |= UInt64(byte.isQuote ? 0x27 : byte) << UInt64(8 * index)
    }
    return key(packed)
  }

  /// Of six bytes, the first one lowest: multiplicative hashing, of which 30 bits count.
  static func key(_ packed: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 34) }

  /// The two bits of a filter that are set for a key (Bloom 1970): with one alone, every eighth end of a line would pass.
  @inline(__always)
  static func filterBits(of key: Int, mask: Int) -> (Int, Int) { (key & mask, (key ^ key &>> 15) & mask) }

  /// The keys of the two edges: what a line ends with, and what the next begins with.
  struct Edges {
    private(set) var end: UInt32?
    private(set) var start: UInt32?
    /// Whether a byte beyond ASCII stands where the keys are taken from: then only the lines made comparable tell.
    private(set) var isUnclear = false

    /// - Parameters:
    ///   - end: Behind the first line's last byte.
    ///   - next: Of the next line's first byte.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, end: Int, next: Int) {
      var isEndUnclear = false
      var isStartUnclear = false
      self.end = end >= 8 ? Self.plainKey(Self.word(text, at: end - 8) &>> 16, edge: 40) : nil
      if self.end == nil { (self.end, isEndUnclear) = Self.key(text, from: end - 1, step: -1) }
      start = next + 8 <= text.count && text[next].isWord ? Self.plainKey(Self.word(text, at: next) & 0xFFFF_FFFF_FFFF, edge: 0) : nil
      if start == nil { (start, isStartUnclear) = Self.key(text, from: next, step: 1) }
      isUnclear = isEndUnclear || isStartUnclear
    }

    @inline(__always)
    private static func word(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
      UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + offset).loadUnaligned(as: UInt64.self)
    }

    /// The key of six bytes, all judged at once; nil when they must be looked at one by one.
    ///
    /// - Parameter edge: How many bits below the byte at the line's edge there are.
    @inline(__always)
    private static func plainKey(_ six: UInt64, edge: UInt64) -> UInt32? {
      let ones: UInt64 = 0x0101_0101_0101
      let highs = ones &* 0x80
      // No byte is beyond ASCII or a control character; below, no sum carries into the next byte.
      guard six & highs == 0, (six &+ ones &* 0x60) & highs == highs else { return nil }
      // The high bit of a byte that equals another.
      let equal = { (byte: UInt64) in ((six ^ (ones &* byte)) &+ ones &* 0x7F) & highs ^ highs }
      let blanks = equal(0x20)
      guard blanks & (blanks &<< 8) == 0, blanks &>> edge & 0x80 == 0 else { return nil }
      let capitals = (six &+ ones &* (0x80 - 0x41)) & ~(six &+ ones &* (0x80 - 0x5B)) & highs
      let quotes = (equal(0x22) &>> 7) &* (0x22 ^ 0x27) | (equal(0x60) &>> 7) &* (0x60 ^ 0x27)
      return Joint.key((six ^ quotes) | capitals &>> 2)
    }

    private static func key(_ text: UnsafeBufferPointer<UInt8>, from start: Int, step: Int) -> (UInt32?, Bool) {
      var bytes: (UInt64, count: Int) = (0, 0)
      var position = start
      if step > 0 {
        // Frames and bullets are no part of a phrase.
        while position < text.count, !text[position].isWord, !text[position].isLineEnd { position += 1 }
      } else {
        while position >= 0, text[position].isBlank { position -= 1 }
      }
      while bytes.count < shortest, position >= 0, position < text.count, !text[position].isLineEnd {
        let byte = text[position]
        if byte >= 0x80 { return (nil, true) }
        if byte.isBlank {
          while position >= 0, position < text.count, text[position].isBlank { position += step }
        } else {
          position += step
        }
        let folded = UInt64(byte.isBlank ? 0x20 : byte.isQuote ? 0x27 : byte.folded)
        // The first byte is the lowest, from whichever side it is read.
        bytes.0 = step > 0 ? bytes.0 | folded << UInt64(8 * bytes.count) : bytes.0 << 8 | folded
        bytes.count += 1
      }
      guard bytes.count == shortest else { return (nil, false) }
      return (Joint.key(bytes.0), false)
    }
  }
}
