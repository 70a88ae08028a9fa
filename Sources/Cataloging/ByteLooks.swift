// Looks at a text's UTF-8, where it stands. What nearly every text has none of is found to be missing without a walk from scalar to scalar.

extension String {
  /// Whether an ASCII character stands anywhere in it.
  func holds(_ character: Unicode.Scalar) -> Bool { holds { $0 == UInt8(ascii: character) } }

  /// Whether one of two ASCII characters does.
  func holds(_ one: Unicode.Scalar, or other: Unicode.Scalar) -> Bool {
    holds { $0 == UInt8(ascii: one) || $0 == UInt8(ascii: other) }
  }

  /// False for a text without control characters. True says nothing: the first byte of U+0080 to U+009F begins other scalars too.
  var mayHoldControl: Bool { holds { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 } }

  /// Its scalars. The standard library's own way to them counts them first, at the price of another walk.
  var scalars: [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(utf8.count)
    for scalar in unicodeScalars { scalars.append(scalar) }
    return scalars
  }

  private func holds(_ isMeant: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: isMeant) } ?? utf8.contains(where: isMeant)
  }
}
