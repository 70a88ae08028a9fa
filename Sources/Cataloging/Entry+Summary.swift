extension Entry {
  /// The summary's first sentence, which describes the page to search engines. May hold placeholders.
  public var firstSentence: String { Self.firstSentence(of: summary) }

  /// A text up to its first full stop, question or exclamation mark that a blank or the end follows.
  static func firstSentence(of text: String) -> String {
    var isBehindMark = false
    for (count, byte) in text.utf8.enumerated() {
      if isBehindMark, byte == UInt8(ascii: " ") { return String(Substring(text.utf8.prefix(count))) }
      isBehindMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }
    return text
  }
}
