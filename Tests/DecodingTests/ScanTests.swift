import CScan
import Testing

@testable import Decoding

/// The innermost loops find the same with every kind of instructions.
@Suite struct ScanTests {
  /// What one kind of instructions finds in a range of a text.
  private struct Found: Equatable {
    var grams: [UInt32] = []
    var feeds: [UInt32] = []
    var suspects: [UInt32] = []
    var firstSuspect = 0
    var feedCount = 0
  }

  private static func find(_ level: cscan_level, in text: [UInt8], _ range: Range<Int>, filter: [UInt32], power: UInt32) -> Found {
    text.withUnsafeBufferPointer { text in
      let range = cscan_range(text: text.baseAddress, count: text.count, start: range.lowerBound, end: range.upperBound, level: level)
      let lists = UnsafeMutablePointer<UInt32>.allocate(capacity: 3 * Stretch.room)
      defer { lists.deallocate() }
      let (grams, feeds, suspects) = (lists, lists + Stretch.room, lists + 2 * Stretch.room)
      let gramCount = cscan_grams(range, filter, power, GramTable.multiplier, grams)
      let counts = cscan_lines(range, feeds, suspects)
      let list = { (start: UnsafeMutablePointer<UInt32>, count: Int) in Array(UnsafeBufferPointer(start: start, count: count)) }
      return Found(
        grams: list(grams, gramCount), feeds: list(feeds, counts.feeds), suspects: list(suspects, counts.suspects),
        firstSuspect: cscan_first_suspect(range), feedCount: cscan_feed_count(range))
    }
  }

  /// As the header says it, byte by byte.
  private static func expected(in text: [UInt8], _ range: Range<Int>, filter: [UInt32], power: UInt32) -> Found {
    var found = Found(firstSuspect: range.upperBound)
    for place in stride(from: range.lowerBound, to: range.upperBound, by: 2) where place + 4 <= text.count {
      let gram = (0..<4).reduce(UInt32(0)) { $0 | UInt32(text[place + $1] | 0x20) << UInt32(8 * $1) }
      let hash = GramTable.hash(gram, power: power)
      if filter[hash / 32] >> UInt32(hash % 32) & 1 != 0 { found.grams.append(UInt32(place - range.lowerBound)) }
    }
    for place in range {
      let (byte, before) = (text[place], place > 0 ? text[place - 1] : 0)
      if byte == 0x0A { found.feeds.append(UInt32(place - range.lowerBound)) }
      let isPlain = byte == 0x09 || byte == 0x0A || byte == 0x0D
      let endsCode = byte == UInt8(ascii: "m") && (0x30...0x39).contains(before)
      let isSuspect = endsCode || (byte < 0x20 && !isPlain) || byte == 0x5C || byte >= 0x7F
      if isSuspect { found.suspects.append(UInt32(place - range.lowerBound)) }
    }
    found.firstSuspect = found.suspects.first.map { Int($0) + range.lowerBound } ?? range.upperBound
    found.feedCount = found.feeds.count
    return found
  }

  private static let levels = [CSCAN_PLAIN, CSCAN_NARROW, CSCAN_AVX2].filter { $0.rawValue <= cscan_best_level().rawValue }

  @Test(arguments: [UInt32(8), 18, 20])
  func `Every kind of instructions finds what plain code finds`(power: UInt32) {
    var random = Xorshift(state: 0x9E37_79B9_7F4A_7C15 ^ UInt64(power))
    // Bytes of all kinds; text; and nothing but line feeds.
    let alphabets = [Array(0...255), Array("abcm019;[ \n\r\t\\\u{7F}é".utf8), [0x0A], Array("abcdefgh".utf8)]
    for round in 0..<400 {
      let alphabet = alphabets[round % alphabets.count]
      let text = (0..<Int(random.next(300))).map { _ in alphabet[Int(random.next(UInt64(alphabet.count)))] }
      let density = [0, 1, 2][round % 3]
      let filter = (0..<(1 << (power - 5))).map { _ in
        (0..<(4 - density)).reduce(density == 0 ? UInt32(0) : .max) { bits, _ in bits & UInt32(truncatingIfNeeded: random.next(.max)) }
      }
      let start = Int(random.next(UInt64(text.count + 1)))
      let range = start..<(start + Int(random.next(UInt64(text.count - start + 1))))
      let expected = Self.expected(in: text, range, filter: filter, power: power)
      for level in Self.levels {
        #expect(Self.find(level, in: text, range, filter: filter, power: power) == expected, "level \(level), round \(round)")
      }
    }
  }

  @Test func `A stretch full of line feeds and suspect bytes fits its lists`() {
    for byte in [UInt8(0x0A), 0xFF, UInt8(ascii: "a")] {
      let text = [UInt8](repeating: byte, count: Int(CSCAN_STRETCH))
      let filter = [UInt32](repeating: .max, count: 8)
      let expected = Self.expected(in: text, 0..<text.count, filter: filter, power: 8)
      for level in Self.levels { #expect(Self.find(level, in: text, 0..<text.count, filter: filter, power: 8) == expected) }
    }
  }
}

/// Marsaglia 2003.
private struct Xorshift {
  var state: UInt64

  mutating func next(_ count: UInt64) -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state % count
  }
}
