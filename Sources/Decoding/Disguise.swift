internal import CScan

/// Finds lines in which normalising may make a word that the bytes do not show: colour codes, invisible characters and escapes stand
/// inside words, and full-width letters instead of them.
///
/// Every other line can be searched as it is.
enum Disguise {
  /// Places in disguised lines, one for each line, rising.
  ///
  /// - Complexity: O(n) in the range's bytes.
  static func places(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Int] {
    var places: [Int] = []
    var position = range.lowerBound
    while position < range.upperBound, let found = suspect(in: text, position..<range.upperBound) {
      guard isDisguise(text, at: found) else {
        position = found + 1
        continue
      }
      places.append(found)
      position = (LineFeeds.first(in: text, from: found) ?? text.count) + 1
    }
    return places
  }

  /// The first byte of a range that may be part of what normalising changes: `cscan_is_suspect`.
  static func suspect(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let found = cscan_first_suspect(Stretch.whole(text, range))
    return found < range.upperBound ? found : nil
  }

  /// Whether normalising or unescaping may drop or change what stands here so that letters on both sides meet, or become letters.
  static func isDisguise(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
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
