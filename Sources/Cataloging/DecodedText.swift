/// Bytes read as UTF-8, up to the first that is not.
struct DecodedText {
  let scalars: [Unicode.Scalar]
  /// Where each line begins, in scalars. A line ends at LF.
  let lineStarts: [Int]
  /// How many bytes were read: all, if all are UTF-8.
  let byteCount: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var read = bytes.count
    var bits: UInt8 = 0
    for byte in bytes { bits |= byte }
    let isASCII = bits < 0x80
    // A text has at most as many scalars as bytes, and one for each where all are ASCII.
    scalars = Array(unsafeUninitializedCapacity: bytes.count) { buffer, count in
      if isASCII {
        for place in bytes.indices { buffer[place] = Unicode.Scalar(bytes[place]) }
        count = bytes.count
      } else {
        (count, read) = Self.decode(bytes, into: buffer)
      }
    }
    byteCount = read
    var lineStarts = [0]
    for place in scalars.indices where scalars[place] == "\n" { lineStarts.append(place + 1) }
    self.lineStarts = lineStarts
  }

  /// Writes the scalars up to the first byte that is not UTF-8: each turn writes one and takes at least one byte.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<Unicode.Scalar>
  ) -> (count: Int, read: Int) {
    var (count, place) = (0, 0)
    while place < bytes.count {
      if bytes[place] < 0x80 {
        buffer[count] = Unicode.Scalar(bytes[place])
        place += 1
      } else if let (scalar, width) = scalar(at: place, in: bytes) {
        buffer[count] = scalar
        place += width
      } else {
        break
      }
      count += 1
    }
    return (count, place)
  }

  /// The scalar of several bytes that begins at a place, and their number; nil where none does.
  private static func scalar(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (scalar: Unicode.Scalar, width: Int)? {
    let (width, least): (Int, UInt32)
    switch bytes[place] {
    case 0xC2...0xDF: (width, least) = (2, 0x80)
    case 0xE0...0xEF: (width, least) = (3, 0x800)
    case 0xF0...0xF4: (width, least) = (4, 0x10000)
    default: return nil
    }
    guard place + width <= bytes.count else { return nil }
    var value = UInt32(bytes[place]) & (0x7F >> UInt32(width))
    for byte in bytes[(place + 1)..<(place + width)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, width)
  }
}
