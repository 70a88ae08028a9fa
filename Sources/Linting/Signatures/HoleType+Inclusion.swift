import Decoding

extension HoleType {
  /// Whether a hole of this type takes every text that one of another type takes, between the same neighbours.
  ///
  /// By the alphabets, and by the form that is checked afterwards. False where that is not certain: an address may end in a colon or stand
  /// in brackets, which other holes do not take.
  func includes(_ other: HoleType) -> Bool {
    if self == other || self == .rest { return true }
    switch (self, other) {
    case (_, .rest), (_, .quoted), (.quoted, _), (_, .host), (.port, _), (.url, _), (.ip, _): return false
    case (.host, _): return other == .ip
    case (_, .ip): return false
    case (.int, _): return other == .port || other == .pid
    case (.pid, _): return other == .port
    case (.hex, _): return other == .port || other == .pid
    // Only with a slash may a path hold a colon.
    case (.path, _) where Self.samples.contains { $0 == ":" && other.allows($0) }: return false
    default: return Self.samples.allSatisfy { allows($0) || !(other.allows($0) || (other == .int && $0 == "-")) }
    }
  }

  /// Whether a hole of this type takes a text, whatever stands beside it.
  func takes(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = text.last else { return false }
    if self == .rest { return text.contains { $0 != " " } }
    let digits = self == .int && text.first == "-" ? text.dropFirst() : text[...]
    return digits.allSatisfy(allows) && !digits.isEmpty && !last.isClosingPunctuation && isValid(String(String.UnicodeScalarView(text)))
  }

  /// Of every class that an alphabet tells apart, all ASCII and one beyond.
  private static let samples = (UInt32(0x20)..<0x7F).compactMap(Unicode.Scalar.init) + ["\u{E9}"]
}
