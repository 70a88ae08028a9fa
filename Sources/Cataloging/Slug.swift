import Decoding

/// The name of an entry, an area or a condition in addresses: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters.
public struct Slug: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil when `text` is no slug.
  public init?(_ text: String) {
    var isInPart = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): isInPart = true
      case UInt8(ascii: "-") where isInPart: isInPart = false
      default: return nil
      }
    }
    guard isInPart, text.utf8.count <= 64 else { return nil }
    self.text = text
  }

  public var description: String { text }

  /// In the order of their bytes.
  public static func < (left: Slug, right: Slug) -> Bool { String.precedesInBytes(left.text, right.text) }
}
