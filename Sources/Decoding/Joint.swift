/// Where a phrase may be broken over two lines, by a terminal or a collector of logs.
///
/// A match goes on in the next line only where the first ends within a literal: with six or more scalars of it, or when the next begins
/// with six or more of its rest, both from their first letter or digit on; a literal that begins with a blank may begin there, behind a
/// value. All six are ASCII, and a run of blanks counts as one.
enum Joint {
  static let shortest = 6
  /// So many scalars at the first line's end are compared where there are so many.
  static let longest = 2 * shortest

  /// A place where a literal may be broken.
  struct Break: Equatable {
    /// Of the first byte that stands in the next line; the literal's length when nothing but a blank does.
    let index: Int
    /// Of the bytes by which it is found: the last twelve or six of the first line, or the first six of the next.
    let key: UInt32
  }

  /// What a key is made of: keys of different kinds are different.
  private enum Side: UInt64 {
    case end, longEnd, start
  }

  /// Whether a literal may be broken before its scalar at an index; behind its last where that is their number.
  ///
  /// - Parameter byRest: Whether enough of its rest in the next line is a reason.
  static func mayBreak(_ literal: [Unicode.Scalar], at index: Int, byRest: Bool) -> Bool {
    let isKey = { (part: ArraySlice<Unicode.Scalar>) in part.count == shortest && part.allSatisfy { $0.value < 0x80 } }
    return isKey(literal[..<index].suffix(shortest)) || byRest && isKey(literal[index...].drop { !$0.isWordScalar }.prefix(shortest))
  }

  /// All places where a literal may be broken, each with a key to find it by.
  ///
  /// - Parameter isLast: Whether a match ends with it: no line but the first is reached where nothing of it is left.
  static func breaks(in literal: [Unicode.Scalar], isLast: Bool) -> [Break] {
    // Bytes beyond ASCII make no key.
    let bytes = Array(String(scalars: literal).utf8)
    guard !bytes.isEmpty else { return [] }
    let end = bytes.last == 0x20 ? bytes.count - 1 : bytes.count
    return (1...max(1, end)).compactMap { index -> Break? in
      guard !isLast || index < end else { return nil }
      // A literal that begins with a blank may begin at the joint, behind a value.
      if index == 1, bytes[0] == 0x20 { return breakByStart(bytes, at: 1) }
      guard bytes[index - 1] != 0x20 else { return nil }
      for (length, side) in [(longest, Side.longEnd), (shortest, .end)] where index >= length {
        if let key = key(bytes[(index - length)..<index], side) { return Break(index: index, key: key) }
      }
      return breakByStart(bytes, at: index)
    }
  }

  private static func breakByStart(_ bytes: [UInt8], at index: Int) -> Break? {
    let rest = bytes[index...].drop { !$0.isWord }
    return rest.count >= shortest ? key(rest.prefix(shortest), .start).map { Break(index: index, key: $0) } : nil
  }

  /// Of six or twelve folded bytes; nil when one is beyond ASCII.
  private static func key(_ bytes: ArraySlice<UInt8>, _ side: Side) -> UInt32? {
    var (last, before): (UInt64, UInt64) = (0, 0)
    for index in bytes.indices.reversed() {
      let byte = bytes[index]
      guard byte < 0x80 else { return nil }
      let folded = UInt64(byte.isQuote ? 0x27 : byte)
      if index >= bytes.endIndex - shortest { last = last << 8 | folded } else { before = before << 8 | folded }
    }
    return key(last, before: before, side)
  }

  /// Of six bytes, the first one lowest, and of the six before them: multiplicative hashing, of which 30 bits count.
  @inline(__always)
  private static func key(_ packed: UInt64, before: UInt64 = 0, _ side: Side) -> UInt32 {
    let mixed = (packed | side.rawValue &<< 48) &* 0x9E37_79B9_7F4A_7C15 ^ before
    return UInt32(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 34)
  }

  /// The two bits of a filter that are set for a key (Bloom 1970): with one alone, every eighth end of a line would pass.
  @inline(__always)
  static func filterBits(of key: Int, mask: Int) -> (Int, Int) { (key & mask, (key ^ key &>> 15) & mask) }

  /// The keys of the two edges: what a line ends with, and what the next begins with.
  struct Edges {
    private(set) var end: UInt32?
    private(set) var longEnd: UInt32?
    private(set) var start: UInt32?
    /// Whether a byte beyond ASCII stands where the keys are taken from: then only the lines made comparable tell.
    private(set) var isUnclear = false

    /// - Parameters:
    ///   - end: Behind the first line's last byte.
    ///   - next: Of the next line's first byte.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, end: Int, next: Int) {
      if end >= 14, let last = Self.plain(Self.word(text, at: end - 8) &>> 16, edge: 40),
        let before = Self.plain(Self.word(text, at: end - 14) &>> 16, edge: nil), last & 0xFF != 0x20 || before &>> 40 != 0x20
      {
        self.end = Joint.key(last, .end)
        longEnd = Joint.key(last, before: before, .longEnd)
      } else {
        readEnd(text, end: end)
      }
      if next + 8 <= text.count, text[next].isWord, let first = Self.plain(Self.word(text, at: next) & 0xFFFF_FFFF_FFFF, edge: 0) {
        start = Joint.key(first, .start)
      } else {
        readStart(text, next: next)
      }
    }

    @inline(__always)
    private static func word(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
      UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + offset).loadUnaligned(as: UInt64.self)
    }

    /// Six bytes folded, all judged at once; nil when they must be looked at one by one.
    ///
    /// - Parameter edge: How many bits below the byte at the line's edge there are.
    @inline(__always)
    private static func plain(_ six: UInt64, edge: UInt64?) -> UInt64? {
      let ones: UInt64 = 0x0101_0101_0101
      let highs = ones &* 0x80
      // No byte is beyond ASCII or a control character; below, no sum carries into the next byte.
      guard six & highs == 0, (six &+ ones &* 0x60) & highs == highs else { return nil }
      // The high bit of a byte that equals another.
      let equal = { (byte: UInt64) in ((six ^ (ones &* byte)) &+ ones &* 0x7F) & highs ^ highs }
      let blanks = equal(0x20)
      guard blanks & (blanks &<< 8) == 0 else { return nil }
      if let edge, blanks &>> edge & 0x80 != 0 { return nil }
      let capitals = (six &+ ones &* (0x80 - 0x41)) & ~(six &+ ones &* (0x80 - 0x5B)) & highs
      let quotes = (equal(0x22) &>> 7) &* (0x22 ^ 0x27) | (equal(0x60) &>> 7) &* (0x60 ^ 0x27)
      return (six ^ quotes) | capitals &>> 2
    }

    private mutating func readEnd(_ text: UnsafeBufferPointer<UInt8>, end: Int) {
      var position = end - 1
      while position >= 0, text[position].isBlank { position -= 1 }
      let last = packed(text, from: &position, step: -1)
      guard last.count == shortest else { return }
      self.end = Joint.key(last.bytes, .end)
      let before = packed(text, from: &position, step: -1)
      guard before.count == shortest else { return }
      longEnd = Joint.key(last.bytes, before: before.bytes, .longEnd)
    }

    private mutating func readStart(_ text: UnsafeBufferPointer<UInt8>, next: Int) {
      var position = next
      // Frames and bullets are no part of a phrase.
      while position < text.count, !text[position].isWord, !text[position].isLineEnd { position += 1 }
      let first = packed(text, from: &position, step: 1)
      if first.count == shortest { start = Joint.key(first.bytes, .start) }
    }

    /// The next six bytes, folded, a run of blanks as one, the first one lowest from whichever side they are read.
    private mutating func packed(_ text: UnsafeBufferPointer<UInt8>, from position: inout Int, step: Int) -> (bytes: UInt64, count: Int) {
      var (bytes, count): (UInt64, Int) = (0, 0)
      while count < shortest, text.indices.contains(position), !text[position].isLineEnd {
        let byte = text[position]
        guard byte < 0x80 else {
          isUnclear = true
          break
        }
        position += step
        if byte.isBlank { while text.indices.contains(position), text[position].isBlank { position += step } }
        let folded = UInt64(byte.isBlank ? 0x20 : byte.isQuote ? 0x27 : byte.folded)
        bytes = step > 0 ? bytes | folded << UInt64(8 * count) : bytes << 8 | folded
        count += 1
      }
      return (bytes, count)
    }
  }
}
