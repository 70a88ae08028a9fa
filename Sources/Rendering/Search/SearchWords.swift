import Decoding

/// The words of a text as the search knows them: runs of letters, digits and `_`, in lower case. `search.mjs` cuts what a reader types in
/// the same way.
enum SearchWords {
  /// What says nothing about an error.
  private static let stopWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "in", "is", "it", "its", "of", "on", "or", "so",
    "that", "the", "then", "there", "this", "to", "was", "when", "will", "with", "you", "your",
  ]

  /// Longer words, in bytes, are none of them.
  private static let longestStopWord = stopWords.map(\.utf8.count).max() ?? 0

  /// Longer ones are hashes and encoded texts, which nobody types.
  private static let longest = 64

  /// In the text's order, without stop words.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    eachRun(of: text) { run in
      if let word = word(run) { words.append(word) }
    }
    return words
  }

  /// Those of what stands in a signature without its holes, all alternatives one behind the other.
  static func words(of signature: Signature) -> [String] {
    var text: [Unicode.Scalar] = []
    for element in signature.elements {
      switch element {
      case .literal(let scalars): text += scalars
      case .choice(let alternatives): text += alternatives.joined(separator: [" "])
      case .hole, .gap: text.append(" ")
      }
    }
    return words(of: String(scalars: text))
  }

  /// The words, and of each that is made of several also the endings that begin with one of those, so that the beginning of any part
  /// finds the whole: of `OutOfMemoryError` also `memoryerror` and `error`, of `MODULE_NOT_FOUND` also `not_found` and `found`.
  static func wordsAndEndings(of text: String) -> [String] {
    var words: [String] = []
    eachRun(of: text) { run in
      if let word = word(run) { words.append(word) }
      for part in parts(of: run) where part.lowerBound > 0 {
        let isLong = run[part].dropFirst().contains { !UTF8.isContinuation($0) }
        let ending = UnsafeBufferPointer(rebasing: run[part.lowerBound...])
        if isLong, word(UnsafeBufferPointer(rebasing: run[part])) != nil, let ending = word(ending) { words.append(ending) }
      }
    }
    return words
  }

  /// The words that are names rather than prose: those with a `_` or a capital that is not their first letter.
  static func names(in text: String) -> [String] {
    var words: [String] = []
    eachRun(of: text) { run in
      guard run.dropFirst().contains(where: { $0 == UInt8(ascii: "_") || isCapital($0) }) else { return }
      if let word = word(run) { words.append(word) }
    }
    return words
  }

  /// A run of letters, digits and `_` in lower case; nil when it tells nothing.
  private static func word(_ run: UnsafeBufferPointer<UInt8>) -> String? {
    let isASCII = run.allSatisfy { $0 < 0x80 }
    let small = String(unsafeUninitializedCapacity: run.count) { word in
      for (index, byte) in run.enumerated() { word.initializeElement(at: index, to: isCapital(byte) ? byte | 0x20 : byte) }
      return run.count
    }
    let word = isASCII ? small : small.lowercased()
    guard word.utf8.count > longestStopWord || !stopWords.contains(word) else { return nil }
    guard word.utf8.count <= longest || word.unicodeScalars.count <= longest else { return nil }
    return run.contains { $0 != UInt8(ascii: "_") } ? word : nil
  }

  // MARK: Runs

  /// The runs of letters, digits and `_`, as UTF-8.
  private static func eachRun(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { text in
      var (start, place) = (0, 0)
      while place < text.count {
        let (scalar, width) = text.scalar(at: place)
        if !isPartOfWord(scalar) {
          if start < place { body(UnsafeBufferPointer(rebasing: text[start..<place])) }
          start = place + width
        }
        place += width
      }
      if start < place { body(UnsafeBufferPointer(rebasing: text[start..<place])) }
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x5F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case ..<0x80: return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// The parts of a word between `_`, and those that capitals begin: of `OOMKilled_pod` these are `OOM`, `Killed` and `pod`.
  private static func parts(of run: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let line = UInt8(ascii: "_")
    var parts: [Range<Int>] = []
    var start = 0
    for (index, byte) in run.enumerated() {
      let next = index + 1 < run.count ? run[index + 1] : line
      let endsRun = byte != line && next == line
      let beginsCapital = !isCapital(byte) && byte != line && isCapital(next)
      let endsCapitals = isCapital(byte) && isCapital(next) && index + 2 < run.count && isSmall(run[index + 2])
      if byte == line { start = index + 1 }
      if endsRun || beginsCapital || endsCapitals {
        parts.append(start..<(index + 1))
        start = index + 1
      }
    }
    return parts
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}
