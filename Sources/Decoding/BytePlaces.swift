#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The places of a byte in a range of bytes, rising.
struct BytePlaces: IteratorProtocol {
  private let byte: UInt8
  private let text: UnsafeBufferPointer<UInt8>
  private var range: Range<Int>

  init(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    (self.byte, self.text, self.range) = (byte, text, range)
  }

  mutating func next() -> Int? {
    guard let base = text.baseAddress, let found = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
    let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    range = (place + 1)..<range.upperBound
    return place
  }
}
