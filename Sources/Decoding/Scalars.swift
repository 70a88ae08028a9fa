// Classes of Unicode scalars, defined by number so that every engine agrees on them whatever Unicode version it knows.

extension Unicode.Scalar {
  package var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  package var isASCIILetter: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

  package var isASCIIUppercase: Bool { value >= 0x41 && value <= 0x5A }

  package var isHexDigit: Bool { isDigit || ((value | 0x20) >= 0x61 && (value | 0x20) <= 0x66) }

  /// `[A-Za-z0-9_]`: what may not stand beside a signature that begins or ends with one of these.
  package var isWordScalar: Bool { isDigit || isASCIILetter || self == "_" }

  /// A quote after normalisation: `'`, `"` or `` ` ``. All others are mapped to one of these.
  package var isQuote: Bool { self == "'" || self == "\"" || self == "`" }

  /// What ends a sentence or closes a bracket or a quotation; no capture ends in it.
  package var isClosingPunctuation: Bool {
    switch self {
    case ".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "'", "\"", "`": true
    default: false
    }
  }

  /// C0 and C1 control characters and DEL, TAB among them.
  package var isControl: Bool { value < 0x20 || (value >= 0x7F && value <= 0x9F) }

  /// Characters without width: zero-width spaces and joiners, direction marks, soft hyphens, the byte order mark.
  package var isInvisible: Bool {
    switch value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// TAB and the blanks of other scripts and of typesetting.
  package var isOddBlank: Bool {
    switch value {
    case 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The scalar that stands for this one in normalised text: a blank for odd blanks, `'` or `"` for curly and angle
  /// quotes, ASCII for its full-width form, itself otherwise.
  package var normalized: Unicode.Scalar {
    if value < 0x80 { return self == "\t" ? " " : self }
    if isOddBlank { return " " }
    switch value {
    case 0x2018...0x201B, 0x2039, 0x203A: return "'"
    case 0x201C...0x201F, 0xAB, 0xBB: return "\""
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0) ?? self
    default: return self
    }
  }

  /// ASCII letters in lower case, every other scalar itself.
  package var folded: Unicode.Scalar { isASCIIUppercase ? Unicode.Scalar(UInt8(value) | 0x20) : self }
}

extension String {
  /// The text of some scalars. The standard library's own way to it goes scalar by scalar through calls that are not specialised.
  package init(scalars: ArraySlice<Unicode.Scalar>) {
    let count = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: count) { buffer in
      var end = 0
      for scalar in scalars {
        if scalar.isASCII {
          buffer[end] = UInt8(truncatingIfNeeded: scalar.value)
          end += 1
        } else {
          for byte in scalar.utf8 {
            buffer[end] = byte
            end += 1
          }
        }
      }
      return end
    }
  }

  package init(scalars: [Unicode.Scalar]) { self.init(scalars: scalars[...]) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at a place of a text that is UTF-8, and how many bytes it takes.
  package func scalar(at place: Int) -> (scalar: Unicode.Scalar, width: Int) {
    let first = UInt32(self[place])
    if first < 0x80 { return (Unicode.Scalar(self[place]), 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0xFF >> UInt32(width + 1))
    for byte in self[(place + 1)..<(place + width)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}

extension String {
  /// Whether one text stands before another in the order of their UTF-8.
  package static func precedesInBytes(_ left: String, _ right: String) -> Bool {
    // The views themselves are compared index by index, which takes many times as long.
    let isBefore = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in left.lexicographicallyPrecedes(right) }
    }
    return (isBefore ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
