// Numbers as five printable characters of six bits each, lowest first, so that tables can stand in a string literal: the compiler
// takes minutes for an array literal of their size, and a string literal must be UTF-8.

/// Writes packed numbers, and texts behind them.
struct PackedWriter {
  static let width = 5
  /// The least number that does not fit.
  static let limit = 1 << 30

  private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: About how many bytes there will be.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ numbers: [Int]) {
    var position = bytes.count
    bytes += repeatElement(0x30, count: numbers.count * Self.width)
    for number in numbers {
      precondition(number >= 0 && number < Self.limit, "an index of more than a gigabyte")
      for digit in 0..<Self.width { bytes[position + digit] += UInt8(truncatingIfNeeded: number >> (6 * digit) & 63) }
      position += Self.width
    }
  }

  /// The texts, and what stands behind the last number, so that it can be read eight bytes at a time.
  mutating func append(text: [UInt8]) {
    bytes += text
    bytes += [0x30, 0x30, 0x30]
  }

  /// Bits, four in a character, lowest first.
  mutating func append(bits: [Bool]) {
    let start = bytes.count
    bytes += repeatElement(0x30, count: (bits.count + 3) / 4)
    for index in bits.indices where bits[index] { bytes[start + index / 4] += 1 << UInt8(index % 4) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The packed number at an offset; eight bytes from there on must be readable.
  @inline(__always)
  func packedNumber(at offset: Int) -> Int {
    let word = UnsafeRawPointer(baseAddress.unsafelyUnwrapped + offset).loadUnaligned(as: UInt64.self) &- 0x3030_3030_3030_3030
    let low = word & 0x3F | word &>> 2 & 0xFC0 | word &>> 4 & 0x3F000
    return Int(truncatingIfNeeded: low | word &>> 6 & 0xFC_0000 | word &>> 8 & 0x3F00_0000)
  }
}
