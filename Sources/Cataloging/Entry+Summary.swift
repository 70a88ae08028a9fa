extension Entry {
  /// The summary's first sentence, which describes the page to search engines. May hold placeholders.
  public var firstSentence: String { Self.firstSentence(of: summary) }

  /// A text up to its first full stop, question or exclamation mark that a blank or the end follows.
  static func firstSentence(of text: String) -> String {
    let scalars = text.unicodeScalars
    let end = scalars.indices.first { index in
      let next = scalars.index(after: index)
      return ".!?".unicodeScalars.contains(scalars[index]) && (next == scalars.endIndex || scalars[next] == " ")
    }
    return end.map { String(scalars[...$0]) } ?? text
  }
}
