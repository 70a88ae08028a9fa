/// The words of a text as the search knows them: runs of letters, digits and `_`, in lower case. `search.mjs` cuts what a reader types in
/// the same way.
enum SearchWords {
  /// What says nothing about an error.
  private static let stopWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "in", "is", "it", "its", "of", "on", "or", "so",
    "that", "the", "then", "there", "this", "to", "was", "when", "will", "with", "you", "your",
  ]

  /// Longer ones are hashes and encoded texts, which nobody types.
  private static let longest = 64

  /// In the text's order, without stop words.
  static func words(of text: String) -> [String] { runs(of: text).map(lowercased).filter(isTelling) }

  /// The words, and of each that is made of several also the endings that begin with one of those, so that the beginning of any part
  /// finds the whole: of `OutOfMemoryError` also `memoryerror` and `error`, of `MODULE_NOT_FOUND` also `not_found` and `found`.
  static func wordsAndEndings(of text: String) -> [String] {
    runs(of: text).flatMap { run in
      let endings = parts(of: run).filter { $0.lowerBound > run.startIndex && $0.count > 1 && isTelling(lowercased(run[$0])) }
      return ([run.startIndex] + endings.map(\.lowerBound)).map { lowercased(run[$0...]) }.filter(isTelling)
    }
  }

  /// The words that are names rather than prose: those with a `_`, or with a capital that is not the first letter.
  static func names(in text: String) -> [String] {
    runs(of: text).filter { run in run.dropFirst().contains { $0 == "_" || isCapital($0) } }.map(lowercased).filter(isTelling)
  }

  private static func isTelling(_ word: String) -> Bool {
    !stopWords.contains(word) && word.unicodeScalars.count <= longest && word.unicodeScalars.contains { $0 != "_" }
  }

  private static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).lowercased()
  }

  private static func runs(of text: String) -> [ArraySlice<Unicode.Scalar>] {
    Array(text.unicodeScalars).split { scalar in
      switch scalar.value {
      case 0x5F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
      case ..<0x80: true
      default: !isLetterMarkOrNumber(scalar)
      }
    }
  }

  private static func isLetterMarkOrNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// The parts of a word between `_`, and those that capitals begin: of `OOMKilled_pod` these are `OOM`, `Killed` and `pod`.
  private static func parts(of run: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = run.startIndex
    for index in run.indices {
      let next = index + 1 < run.endIndex ? run[index + 1] : "_"
      let endsRun = run[index] != "_" && next == "_"
      let beginsCapital = !isCapital(run[index]) && run[index] != "_" && isCapital(next)
      let endsCapitals = isCapital(run[index]) && isCapital(next) && index + 2 < run.endIndex && isSmall(run[index + 2])
      if run[index] == "_" { start = index + 1 }
      if endsRun || beginsCapital || endsCapitals {
        parts.append(start..<(index + 1))
        start = index + 1
      }
    }
    return parts
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
  private static func isSmall(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
}
