import Decoding

/// The name of an entry, an area or a condition in addresses: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters.
public struct Slug: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil when `text` is no slug.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isAllowed = { (byte: UInt8) in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard text.utf8.count <= 64, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAllowed) }) else { return nil }
    self.text = text
  }

  public var description: String { text }

  /// In the order of their bytes.
  public static func < (left: Slug, right: Slug) -> Bool { String.precedesInBytes(left.text, right.text) }
}
