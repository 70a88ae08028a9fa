/// Makes UTF-8 of bytes that come in parts: a byte order mark tells UTF-16, and is dropped.
struct ByteDecoding: Sendable {
  private enum Form {
    case unknown, utf8
    case utf16(isLittle: Bool)
  }

  private var form = Form.unknown
  /// Bytes that wait for their successors: of a byte order mark, of a code unit.
  private var pending: [UInt8] = []
  private var highSurrogate: UInt16?

  /// - Complexity: O(n) in the bytes.
  mutating func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
    switch form {
    case .utf8: output.append(contentsOf: bytes)
    case .utf16(let isLittle):
      for byte in bytes { appendUTF16(byte, isLittle: isLittle, to: &output) }
    case .unknown:
      pending.append(contentsOf: bytes)
      if pending.count >= 3 { decide(&output) }
    }
  }

  /// What is left when no more bytes come; half a code unit is nothing.
  mutating func finish(_ output: inout [UInt8]) {
    if case .unknown = form { decide(&output) }
    if highSurrogate != nil { Self.append("\u{FFFD}", to: &output) }
    highSurrogate = nil
  }

  private mutating func decide(_ output: inout [UInt8]) {
    let first = pending
    pending = []
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      form = .utf16(isLittle: first[0] == 0xFF)
      append(first.dropFirst(2), to: &output)
    } else {
      form = .utf8
      output += first.starts(with: [0xEF, 0xBB, 0xBF]) ? first.dropFirst(3) : first[...]
    }
  }

  private mutating func appendUTF16(_ byte: UInt8, isLittle: Bool, to output: inout [UInt8]) {
    guard let first = pending.popLast() else {
      pending.append(byte)
      return
    }
    let unit = isLittle ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00..<0xE000).contains(unit) {
        let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        Self.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &output)
        return
      }
      Self.append("\u{FFFD}", to: &output)
    }
    if (0xD800..<0xDC00).contains(unit) {
      highSurrogate = unit
    } else {
      Self.append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &output)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
