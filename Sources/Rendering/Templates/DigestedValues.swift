import Cataloging
import Decoding

/// Values of which a digest is taken together. Each tells where it ends, so that none can be taken for two.
struct DigestedValues {
  // No text holds these bytes in UTF-8.
  private static let end: UInt8 = 0xFF
  private static let missing: UInt8 = 0xFE

  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(16_384) }

  var digest: Digest { Digest(of: bytes) }

  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// How many of the same kind follow.
  mutating func add(count: Int) { add(String(count)) }

  /// A text that is missing is another one than one that is empty.
  mutating func add(_ text: String?) {
    guard let text else { return bytes.append(Self.missing) }
    bytes.append(text)
    bytes.append(Self.end)
  }

  mutating func add(_ html: HTML?) {
    guard let html else { return bytes.append(Self.missing) }
    bytes += html.bytes
    bytes.append(Self.end)
  }
}
