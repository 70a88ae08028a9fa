/// An entry that resembles a text which nothing matched: a guess, never an answer.
public struct Guess: Sendable, Equatable {
  public let slug: String
  public let title: String
  /// Relative to the site's address.
  public let url: String
  /// How much of the words of one of the entry's signatures stands on one line, 1 to 1000; rare words count more.
  public let score: Int
  /// The words in common, in the signature's order.
  public let shared: [String]
}

/// Finds the entries whose signatures share most with a text.
package struct Nearest: Sendable {
  /// Below these a guess would be noise: three words in common, or nearly all of a short signature.
  private static let lowest = (score: 400, words: 3, scoreOfFewerWords: 800)
  private static let count = 3

  private let tables: IndexTables
  /// The words of all signatures.
  private let numbers: WordNumbers
  /// By a word's number.
  private let weights: [Int]
  /// By a signature's number: the words it has, each once, in its order.
  private let words: [Stretch]
  /// By a word's number: the signatures that have it, rising.
  private let places: [Stretch]
  /// What `words` are parts of: words' numbers.
  private let allWords: [Int32]
  /// What `places` are parts of: signatures' numbers.
  private let allPlaces: [Int32]
  /// By a signature's number: the weight of all its words.
  private let totals: [Int]

  private typealias Stretch = Range<Int32>

  /// - Complexity: O(n) in the signatures' bytes.
  /// - Throws: `IndexFailure` for tables whose sources are no signatures.
  init(_ tables: IndexTables) throws(IndexFailure) {
    self.tables = tables
    let count = tables.layout.signatures.count
    var numbers = WordNumbers(expecting: count * 2)
    var allWords: [Int32] = []
    var words: [Stretch] = []
    words.reserveCapacity(count)
    // By a word's number: how many signatures have it, and the last of them.
    var counts: [Int32] = []
    var last: [Int32] = []
    let patterns = PatternCache(tables)
    for index in 0..<count {
      let start = Int32(allWords.count)
      let take = { (word: ArraySlice<UInt8>) in
        let number = numbers.number(adding: word)
        if number == counts.count {
          counts.append(0)
          last.append(-1)
        }
        guard last[number] != index else { return }
        last[number] = Int32(index)
        counts[number] += 1
        allWords.append(Int32(number))
      }
      let place = tables.place(ofSignature: index)
      for pattern in place.patterns.prefix(place.lineCount) { try Self.forEachWord(ofPattern: pattern, in: tables, patterns, take) }
      words.append(start..<Int32(allWords.count))
    }
    // A word in every signature weighs 1, and 1 more each time it is half as common: integers, the same in every engine.
    let weights = counts.map { 1 + (count / Int($0)).binaryLogarithm }
    var next: Int32 = 0
    var places: [Stretch] = []
    places.reserveCapacity(counts.count)
    for count in counts {
      places.append(next..<next)
      next += count
    }
    var allPlaces = Array(repeating: Int32(0), count: allWords.count)
    for (index, range) in words.enumerated() {
      for word in allWords[range.indices] {
        let place = places[Int(word)]
        allPlaces[Int(place.upperBound)] = Int32(index)
        places[Int(word)] = place.lowerBound..<(place.upperBound + 1)
      }
    }
    totals = words.map { range in
      allWords[range.indices].reduce(0) { $0 + weights[Int($1)] }
    }
    (self.numbers, self.weights, self.words, self.places) = (numbers, weights, words, places)
    (self.allWords, self.allPlaces) = (allWords, allPlaces)
  }

  /// The best guesses, best first, an entry once; at most three.
  ///
  /// - Complexity: O(n × m) in the words of the lines and the signatures that share a word with them.
  func guesses(for lines: [NormalizedLine]) -> [Guess] {
    var best: [Int: (score: Int, shared: [Int])] = [:]
    // By signature: the weight of the words that stand on a line.
    var sums = Array(repeating: 0, count: words.count)
    for line in lines.reversed() {
      var present: Set<Int> = []
      Self.forEachWord(in: line.scalars) { word in
        if let number = numbers.number(of: word) { present.insert(number) }
      }
      var candidates: [Int] = []
      for word in present {
        for signature in allPlaces[places[word].indices] {
          if sums[Int(signature)] == 0 { candidates.append(Int(signature)) }
          sums[Int(signature)] += weights[word]
        }
      }
      for signature in candidates.sorted() {
        let score = sums[signature] * 1000 / totals[signature]
        sums[signature] = 0
        guard score >= Self.lowest.score else { continue }
        let row = tables.place(ofSignature: signature).entry
        guard score > best[row]?.score ?? 0 else { continue }
        let shared = allWords[words[signature].indices].lazy.map(Int.init).filter(present.contains)
        guard shared.count >= Self.lowest.words || score >= Self.lowest.scoreOfFewerWords else { continue }
        best[row] = (score, Array(shared))
      }
    }
    // Rows are in the order of slugs.
    let ordered = best.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }
    return ordered.prefix(Self.count).map { index, guess in
      let row = tables.row(index)
      return Guess(slug: row.slug, title: row.title, url: row.url, score: guess.score, shared: guess.shared.map { numbers[$0] })
    }
  }

  // MARK: Words

  /// The words of a signature's fixed text, each once.
  package static func words(of literals: [[Unicode.Scalar]]) -> [String] {
    var result: [String] = []
    for literal in literals {
      forEachWord(in: literal) { bytes in
        let word = String(decoding: bytes, as: UTF8.self)
        if !result.contains(word) { result.append(word) }
      }
    }
    return result
  }

  /// The words of a pattern's fixed text.
  private static func forEachWord(
    ofPattern pattern: Int, in tables: IndexTables, _ patterns: PatternCache, _ take: (ArraySlice<UInt8>) -> Void
  ) throws(IndexFailure) {
    let source = tables.sourceBytes(ofPattern: pattern)
    // Full-width letters are letters once they are normalised.
    guard source.allSatisfy({ $0 < 0x80 }) else {
      for literal in try patterns.scan(pattern).signature.literals { forEachWord(in: literal, take) }
      return
    }
    // What stands in braces is no fixed text, or no letter. Two braces are one.
    var scalars: [Unicode.Scalar] = []
    var isInBraces = false
    var previous: UInt8 = 0
    for byte in source {
      if byte == UInt8(ascii: "{") { isInBraces = previous != byte || !isInBraces }
      scalars.append(isInBraces ? " " : Unicode.Scalar(byte))
      if byte == UInt8(ascii: "}") { isInBraces = false }
      previous = previous == byte ? 0 : byte
    }
    forEachWord(in: scalars, take)
  }

  /// Runs of three or more letters, digits and `_`, folded; runs of digits alone name nothing.
  private static func forEachWord(in scalars: [Unicode.Scalar], _ take: (ArraySlice<UInt8>) -> Void) {
    var word: [UInt8] = []
    var isNumber = true
    for scalar in scalars {
      if scalar.isWordScalar {
        isNumber = isNumber && scalar.isDigit
        word.append(UInt8(truncatingIfNeeded: scalar.folded.value))
      } else if !word.isEmpty {
        if word.count >= 3, !isNumber { take(word[...]) }
        word.removeAll(keepingCapacity: true)
        isNumber = true
      }
    }
    if word.count >= 3, !isNumber { take(word[...]) }
  }
}

extension Range<Int32> {
  /// For arrays.
  fileprivate var indices: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

extension Int {
  /// The largest power of two that fits, of a positive number.
  fileprivate var binaryLogarithm: Int { Int.bitWidth - 1 - leadingZeroBitCount }
}
