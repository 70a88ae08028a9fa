#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds lines in which normalising may make a word that the bytes do not show: colour codes, invisible characters and escapes stand
/// inside words, and full-width letters instead of them.
///
/// Every other line can be searched as it is.
enum Disguise {
  /// Places in disguised lines, one for each line, rising.
  ///
  /// - Complexity: O(n) in the range's bytes.
  static func places(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Int] {
    guard let base = text.baseAddress else { return [] }
    var places: [Int] = []
    var position = range.lowerBound
    while let found = suspect(base, from: position, to: range.upperBound) {
      guard isDisguise(text, at: found) else {
        position = found + 1
        continue
      }
      places.append(found)
      guard let end = memchr(base + found, 0x0A, range.upperBound - found) else { break }
      position = UnsafePointer(end.assumingMemoryBound(to: UInt8.self)) - base + 1
    }
    return places
  }

  /// The next byte that may disguise a word; eight bytes are judged at once.
  static func suspect(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var position = start
    // The last byte of the eight before, of which it matters whether it is a digit.
    var before: UInt64 = position > 0 ? UInt64(base[position - 1]) << 56 : 0
    while position + 8 <= end {
      // Most text is passed over 64 bytes at a time, which the compiler judges by wider registers.
      while position > 0, position + 64 <= end, !mayHoldSuspect(base + position) { position += 64 }
      guard position + 8 <= end else { break }
      before = position > 0 ? UInt64(base[position - 1]) << 56 : 0
      let here = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
      if mayHoldSuspect(here, before: before) {
        for index in position..<(position + 8) where isSuspect(base[index], after: index > 0 ? base[index - 1] : 0) { return index }
      }
      before = here
      position += 8
    }
    while position < end {
      if isSuspect(base[position], after: position > 0 ? base[position - 1] : 0) { return position }
      position += 1
    }
    return nil
  }

  /// Whether one of 64 bytes is suspect, but for digits in front of an `m`; the byte before them is read, too.
  @inline(__always)
  private static func mayHoldSuspect(_ start: UnsafePointer<UInt8>) -> Bool {
    @inline(__always) func flag(_ isTrue: Bool) -> UInt8 { isTrue ? 1 : 0 }
    var found: UInt8 = 0
    for index in 0..<64 {
      let byte = start[index]
      // TAB and the ends of lines are no controls.
      let isControl = flag(byte < 0x20) & flag(byte != 0x0A) & flag(byte != 0x09) & flag(byte != 0x0D)
      let endsCode = flag(byte == 0x6D) & flag(start[index - 1] & 0xF0 == 0x30)
      found |= isControl | flag(byte >= 0x7F) | flag(byte == 0x5C) | endsCode
    }
    return found != 0
  }

  /// Whether one of eight bytes may be suspect: never false when one is.
  ///
  /// Method: a byte of a word is zero where a high bit stays in `(word - 0x01…) & ~word` ("SWAR", Warren, Hacker's Delight, §6-1).
  @inline(__always)
  private static func mayHoldSuspect(_ word: UInt64, before: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    // DEL and beyond; control characters, which TAB and the ends of lines are too; backslashes.
    let beyond = word | (word &+ ones)
    let controls = (word &- ones &* 0x20) & ~word
    let slashes = word ^ (ones &* 0x5C)
    // An `m` behind something from `0` to `?`.
    let codes = word ^ (ones &* 0x6D)
    let digits = (word &<< 8 | before &>> 56) & (ones &* 0xF0) ^ (ones &* 0x30)
    let codeEnds = ((codes &- ones) & ~codes) & ((digits &- ones) & ~digits)
    return (beyond | controls | ((slashes &- ones) & ~slashes) | codeEnds) & highs != 0
  }

  /// Whether a byte may be part of what normalising changes.
  static func isSuspect(_ byte: UInt8, after before: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x5C, 0x7F...: true
    case UInt8(ascii: "m"): before &- 0x30 < 10
    default: false
    }
  }

  /// Whether normalising or unescaping may drop or change what stands here so that letters on both sides meet, or become letters.
  private static func isDisguise(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let next = { (distance: Int) -> UInt8 in place + distance < text.count ? text[place + distance] : 0 }
    switch text[place] {
    case 0x5C: return [UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "0"), UInt8(ascii: "e")].contains(next(1).folded)
    case UInt8(ascii: "m"): return endsColorCode(text, at: place)
    case ..<0x80: return true
    case 0xC2: return (0x80...0x9F).contains(next(1)) || next(1) == 0xAD
    case 0xD8: return next(1) == 0x9C
    case 0xE1: return next(1) == 0xA0
    case 0xE2: return next(1) == 0x81 || (next(1) == 0x80 && ((0x8B...0x8F).contains(next(2)) || (0xAA...0xAE).contains(next(2))))
    case 0xEF: return (0xBB...0xBD).contains(next(1))
    case 0xF3: return next(1) == 0xA0
    default: return false
    }
  }

  /// Whether `[31m` ends here, perhaps what is left of a colour code.
  private static func endsColorCode(_ text: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    var position = end - 1
    while position >= 0, end - position <= 80, (0x30...0x39).contains(text[position]) || text[position] == UInt8(ascii: ";") {
      position -= 1
    }
    return position >= 0 && text[position] == UInt8(ascii: "[")
  }
}
