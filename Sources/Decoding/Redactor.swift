/// Takes out of a text what must not be shared: passwords, tokens, keys, and e-mail addresses.
///
/// For what leaves a person's machine: a ticket, a chat, an annotation, a published sample. It knows the forms of well-known
/// tokens, what stands behind names such as `password=`, and passwords in addresses. A secret without such a form is not found.
public enum Redactor {
  /// What stands where a secret stood.
  public static let replacement = "[redacted]"

  /// The text with each secret replaced; everything else is kept.
  ///
  /// - Parameter text: As a terminal shows it: a secret with escape sequences inside is not found.
  /// - Complexity: O(n) in the scalars.
  public static func redacted(_ text: String) -> String {
    guard mayHoldSecret(text) else { return text }
    let scalars = Array(text.unicodeScalars)
    let ranges = secretRanges(in: scalars)
    guard !ranges.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    var position = 0
    for range in ranges {
      result.append(contentsOf: scalars[position..<range.lowerBound])
      result.append(contentsOf: replacement.unicodeScalars)
      position = range.upperBound
    }
    result.append(contentsOf: scalars[position...])
    return String(result)
  }

  /// The secrets themselves, so that they are known where they stand without the words that give them away; a secret of several
  /// lines as its lines.
  public static func secrets(in text: String) -> Set<String> {
    guard mayHoldSecret(text) else { return [] }
    let scalars = Array(text.unicodeScalars)
    return secretRanges(in: scalars).reduce(into: []) { secrets, range in
      for line in scalars[range].split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
        secrets.insert(String(String.UnicodeScalarView(line)))
      }
    }
  }

  /// Where secrets and e-mail addresses stand: rising, apart from one another.
  package static func secretRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let found = tokenRanges(in: scalars) + keyBlockRanges(in: scalars) + namedRanges(in: scalars) + addressRanges(in: scalars)
    var merged: [Range<Int>] = []
    for range in found.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension [Unicode.Scalar] {
  /// Whether a literal stands at a position, ASCII letters in either case.
  func holds(_ literal: StaticString, at position: Int) -> Bool {
    literal.withUTF8Buffer { bytes in
      position >= 0 && position + bytes.count <= count
        && bytes.indices.allSatisfy { self[position + $0].folded.value == UInt32(bytes[$0]) }
    }
  }

  /// The end of the run of scalars that begins at a position.
  func end(of position: Int, while isPart: (Unicode.Scalar) -> Bool) -> Int {
    var end = position
    while end < count, isPart(self[end]) { end += 1 }
    return end
  }

  /// As `end(of:while:)`, but at most `limit` scalars.
  func end(of position: Int, limit: Int, while isPart: (Unicode.Scalar) -> Bool) -> Int {
    var end = position
    while end < Swift.min(count, position + limit), isPart(self[end]) { end += 1 }
    return end
  }
}

extension Unicode.Scalar {
  var isAlphanumeric: Bool { isDigit || isASCIILetter }

  /// A blank, or the end of a line.
  var isWhitespace: Bool { self == " " || self == "\n" || self == "\r" || isOddBlank }

  /// What base64 for URLs and file names is made of.
  var isBase64URL: Bool { isAlphanumeric || self == "-" || self == "_" }
}
