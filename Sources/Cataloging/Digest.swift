/// A fingerprint of 128 bits: what has another one is another thing, and what has the same is taken for the same.
///
/// It is the same in every process and on every machine. It guards against accidents, not against somebody who builds two texts of
/// one digest on purpose; who can change content can change the site anyway.
public struct Digest: Sendable, Hashable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    (self.high, self.low) = (high, low)
  }

  /// That of some bytes.
  public init(of bytes: [UInt8]) {
    var digester = Digester()
    digester.add(bytes)
    self = digester.digest
  }
}

/// Takes one thing after another into a digest. Each is taken with its length, so that two lists whose texts are the same only when they
/// are joined have different digests.
public struct Digester: Sendable {
  // MurmurHash3's form for 128 bits, with each thing's length mixed in before it.
  private static let firstFactor: UInt64 = 0x87c3_7b91_1142_53d5
  private static let secondFactor: UInt64 = 0x4cf5_ad43_2745_937f

  private var first: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var second: UInt64 = 0xc2b2_ae3d_27d4_eb4f
  private var count: UInt64 = 0

  public init() {}

  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  public mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number)), 1) }

  public mutating func add(_ digest: Digest) { mix(digest.high, digest.low) }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count), 2)
    var offset = 0
    while offset + 16 <= bytes.count {
      mix(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
      offset += 16
    }
    guard offset < bytes.count else { return }
    var rest: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &rest) { $0.copyBytes(from: bytes[offset...]) }
    mix(UInt64(littleEndian: rest.0), UInt64(littleEndian: rest.1))
  }

  private mutating func mix(_ left: UInt64, _ right: UInt64) {
    first ^= Self.rotated(left &* Self.firstFactor, by: 31) &* Self.secondFactor
    first = (Self.rotated(first, by: 27) &+ second) &* 5 &+ 0x52dc_e729
    second ^= Self.rotated(right &* Self.secondFactor, by: 33) &* Self.firstFactor
    second = (Self.rotated(second, by: 31) &+ first) &* 5 &+ 0x3849_5ab5
    count &+= 1
  }

  /// That of what was taken so far.
  public var digest: Digest {
    var (high, low) = (first ^ count, second ^ count)
    high &+= low
    low &+= high
    (high, low) = (Self.finished(high), Self.finished(low))
    high &+= low
    low &+= high
    return Digest(high: high, low: low)
  }

  private static func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }

  private static func finished(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}
