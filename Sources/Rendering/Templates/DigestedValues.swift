import Cataloging
import Decoding

/// Values of which a digest is taken together: each with its length before it, so that none can be taken for two.
struct DigestedValues {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(16_384) }

  var digest: Digest { Digest(of: bytes) }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A text that is missing is another one than one that is empty.
  mutating func add(_ text: String?) {
    guard let text else { return add(-1) }
    add(text.utf8.count)
    bytes.append(text)
  }

  mutating func add(_ html: HTML?) {
    guard let html else { return add(-1) }
    add(html.bytes.count)
    bytes += html.bytes
  }
}
