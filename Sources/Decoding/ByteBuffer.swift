/// Bytes that stay where they are: those of a string literal, or a copy owned by this object.
final class ByteBuffer: Sendable {
  /// Never written after `init`, which is what makes sharing it safe.
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  private let isOwned: Bool

  /// The bytes of a literal, which live as long as the program: nothing is copied.
  init(_ literal: StaticString) {
    bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    isOwned = false
  }

  init(copying source: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.count)
    _ = copy.initialize(fromContentsOf: source)
    bytes = UnsafeBufferPointer(copy)
    isOwned = true
  }

  deinit {
    if isOwned { bytes.deallocate() }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }
}
