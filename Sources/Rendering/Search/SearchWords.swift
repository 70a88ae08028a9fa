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
    eachRun(of: text) { run in if isTelling(run.text) { words.append(run.text) } }
    return words
  }

  /// The words, and of each that is made of several also the endings that begin with one of those, so that the beginning of any part
  /// finds the whole: of `OutOfMemoryError` also `memoryerror` and `error`, of `MODULE_NOT_FOUND` also `not_found` and `found`.
  static func wordsAndEndings(of text: String) -> [String] {
    Array(text.unicodeScalars).split { !isPartOfWord($0) }.flatMap { run in
      let endings = parts(of: run).filter { $0.lowerBound > run.startIndex && $0.count > 1 && isTelling(lowercased(run[$0])) }
      return ([run.startIndex] + endings.map(\.lowerBound)).map { lowercased(run[$0...]) }.filter(isTelling)
    }
  }

  /// The words that are names rather than prose: those with a `_`, or with a capital that is not the first letter.
  static func names(in text: String) -> [String] {
    var words: [String] = []
    eachRun(of: text) { run in if run.isName, isTelling(run.text) { words.append(run.text) } }
    return words
  }

  private static func isTelling(_ word: String) -> Bool {
    guard word.utf8.count > longestStopWord || !stopWords.contains(word) else { return false }
    return (word.utf8.count <= longest || word.unicodeScalars.count <= longest) && word.utf8.contains { $0 != UInt8(ascii: "_") }
  }

  private static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).lowercased()
  }

  /// A run of letters, digits and `_`: its bytes, in lower case where they are ASCII.
  private struct Run {
    private var bytes: [UInt8] = []
    private var isASCII = true
    /// Whether it has a `_`, or a capital that is not its first letter.
    private(set) var isName = false

    var isEmpty: Bool { bytes.isEmpty }

    /// In lower case.
    var text: String {
      let text = String(decoding: bytes, as: UTF8.self)
      return isASCII ? text : text.lowercased()
    }

    mutating func append(_ scalar: Unicode.Scalar) {
      let isCapital = SearchWords.isCapital(scalar)
      if !bytes.isEmpty, scalar == "_" || isCapital { isName = true }
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value) | (isCapital ? 0x20 : 0))
      } else {
        bytes += String(scalar).utf8
        isASCII = false
      }
    }

    mutating func clear() {
      bytes.removeAll(keepingCapacity: true)
      (isASCII, isName) = (true, false)
    }
  }

  private static func eachRun(of text: String, _ body: (Run) -> Void) {
    var run = Run()
    for scalar in text.unicodeScalars {
      if isPartOfWord(scalar) {
        run.append(scalar)
      } else if !run.isEmpty {
        body(run)
        run.clear()
      }
    }
    if !run.isEmpty { body(run) }
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
