/// A line of NDJSON that carries a text to decode: a JSON string, or an object with the member `text`.
public enum TextRecord {
  /// Why a line carries no text.
  public struct Failure: Error, CustomStringConvertible, Equatable {
    public let description: String

    public init(description: String) { self.description = description }
  }

  /// The text of a line, as bytes: what is not UTF-8 in it is left to the decoder.
  ///
  /// An empty line, and `null` as the text, is an empty text.
  public static func text(inLine line: [UInt8]) throws(Failure) -> [UInt8] {
    do throws(JSONScanner.Failure) {
      var scanner = JSONScanner(line, replacesHalfPairs: true)
      if scanner.isAtEnd { return [] }
      var text: [UInt8]?
      if scanner.isAtString {
        text = try scanner.text()
      } else {
        try scanner.object { scanner, key throws(JSONScanner.Failure) in
          if key == "text" { text = try scanner.optionalText() ?? [] } else { try scanner.skip() }
        }
      }
      try scanner.finish()
      guard let text else { throw JSONScanner.Failure(offset: 0, message: #"the object has no member "text""#) }
      return text
    } catch {
      throw Failure(description: "\(error.message) (byte \(error.offset)); a line is one JSON string, or an object with a member \"text\"")
    }
  }
}
