/// A set of numbers in few bits: about twelve for each, whatever their count.
///
/// Of each number only its first bits are kept, ten more than it takes to count them: of the numbers that are not in the set, one in a thousand is
/// taken for one. What is kept are the differences, each as Golomb and Rice write it: all but its last ten bits in ones and a zero, and those.
struct RiceCode {
  static let rest = 10

  /// How many of the first bits are kept.
  let bits: Int
  /// The code, filled up with ones, as base64.
  let packed: String

  /// - Parameter numbers: Rising, each once.
  init(_ numbers: [UInt32]) {
    let bits = min(32, max(16, numbers.count.bitWidthInUse + Self.rest))
    var writer = BitWriter()
    var next: UInt32 = 0
    for value in Set(numbers.map { $0 >> UInt32(32 - bits) }).sorted() {
      let difference = value - next
      for _ in 0..<(difference >> UInt32(Self.rest)) { writer.append(1) }
      writer.append(0)
      for bit in (0..<UInt32(Self.rest)).reversed() { writer.append(UInt8(truncatingIfNeeded: difference >> bit & 1)) }
      next = value &+ 1
    }
    self.bits = bits
    packed = writer.base64
  }
}

/// Bits in a row, the highest of a digit first.
private struct BitWriter {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private var digits: [UInt8] = []
  private var digit: UInt8 = 0
  private var count = 0

  mutating func append(_ bit: UInt8) {
    digit = digit << 1 | bit
    count += 1
    guard count == 6 else { return }
    digits.append(Self.alphabet[Int(digit)])
    (digit, count) = (0, 0)
  }

  /// Whole bytes, the last one filled up with ones.
  var base64: String {
    var copy = self
    while copy.count > 0 || copy.digits.count % 4 != 0 { copy.append(1) }
    return String(decoding: copy.digits, as: UTF8.self)
  }
}
