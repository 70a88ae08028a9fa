extension UnsafeBufferPointer<UInt8> {
  /// The end of the bytes from a place on that are alike in one way.
  ///
  /// - Parameters:
  ///   - start: At most `count`.
  ///   - marking: Marks those of sixteen bytes that are not; it may mark more, which then are looked at one by one.
  ///   - isAlike: Decides on a byte.
  @inline(__always)
  func endOfRun(
    from start: Int, marking: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>, while isAlike: (UInt8) -> Bool
  ) -> Int {
    var place = start
    while place < count {
      if place + 16 <= count {
        let marks = marking(UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self))
        if unsafeBitCast(marks, to: SIMD2<UInt64>.self) == .zero {
          place += 16
          continue
        }
      }
      let end = Swift.min(place + 16, count)
      while place < end {
        guard isAlike(self[place]) else { return place }
        place += 1
      }
    }
    return count
  }

  /// The first place of a byte from another place on; `count` when there is none.
  func place(of byte: UInt8, from start: Int = 0) -> Int {
    endOfRun(from: start, marking: { $0 .== byte }, while: { $0 != byte })
  }
}

extension String {
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = self
    return text.withUTF8(body)
  }

  func contains(_ byte: UInt8) -> Bool { withBytes { $0.place(of: byte) < $0.count } }
}

extension [UInt8] {
  mutating func append(_ text: String) { text.withBytes { append(contentsOf: $0) } }
}
