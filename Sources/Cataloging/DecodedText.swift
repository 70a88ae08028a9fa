/// Bytes read as UTF-8, up to the first that is not.
struct DecodedText {
  let scalars: [Unicode.Scalar]
  /// Where each line begins, in scalars. A line ends at LF.
  let lineStarts: [Int]
  /// How many bytes were read: all, if all are UTF-8.
  let byteCount: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lineStarts = [0]
    var place = 0
    // A text has at most as many scalars as bytes: each turn writes one scalar and takes at least one byte.
    scalars = Array(unsafeUninitializedCapacity: bytes.count) { buffer, end in
      var count = 0
      while place < bytes.count {
        let byte = bytes[place]
        if byte < 0x80 {
          buffer[count] = Unicode.Scalar(byte)
          place += 1
        } else if let (scalar, width) = Self.scalar(at: place, in: bytes) {
          buffer[count] = scalar
          place += width
        } else {
          break
        }
        count += 1
        if byte == UInt8(ascii: "\n") { lineStarts.append(count) }
      }
      end = count
    }
    self.lineStarts = lineStarts
    byteCount = place
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
