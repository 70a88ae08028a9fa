/// Sixteen bytes that are looked at together.
@usableFromInline package typealias ByteBlock = SIMD16<UInt8>

extension ByteBlock {
  @usableFromInline package typealias Marks = SIMDMask<SIMD16<Int8>>

  // The operators that take one byte for all sixteen go from byte to byte.
  @inlinable @inline(__always) package func equal(_ byte: UInt8) -> Marks { self .== Self(repeating: byte) }
  @inlinable @inline(__always) package func below(_ byte: UInt8) -> Marks { self .< Self(repeating: byte) }
  @inlinable @inline(__always) package func atLeast(_ byte: UInt8) -> Marks { self .>= Self(repeating: byte) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The end of the bytes from a place on that are alike in one way.
  ///
  /// - Parameters:
  ///   - start: At most `count`.
  ///   - marking: Marks those of sixteen bytes that are not; it may mark more, which then are looked at one by one.
  ///   - isAlike: Decides on a byte.
  @inlinable @inline(__always)
  package func endOfRun(from start: Int, marking: (ByteBlock) -> ByteBlock.Marks, while isAlike: (UInt8) -> Bool) -> Int {
    var place = start
    while place < count {
      // The last sixteen bytes overlap those before them.
      let block = Swift.min(place, count - 16)
      if block >= 0 {
        let marks = marking(UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: block, as: ByteBlock.self))
        let halves = unsafeBitCast(marks, to: (UInt64, UInt64).self)
        if halves.0 | halves.1 == 0 {
          place = block + 16
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
  package func place(of byte: UInt8, from start: Int = 0) -> Int {
    endOfRun(from: start, marking: { $0.equal(byte) }, while: { $0 != byte })
  }
}

extension String {
  @inlinable @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = self
    return text.withUTF8(body)
  }

  package func contains(_ byte: UInt8) -> Bool { withBytes { $0.place(of: byte) < $0.count } }
}

extension [UInt8] {
  package mutating func append(_ text: String) { text.withBytes { append(contentsOf: $0) } }
}
