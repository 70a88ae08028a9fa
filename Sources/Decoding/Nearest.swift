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

  /// A signature as its words.
  private struct Profile {
    let row: Int
    /// Numbers of words.
    let words: [Int]
    let total: Int
  }

  private let tables: IndexTables
  /// The words of all signatures, and each one's number.
  private let words: [String]
  private let numbers: [String: Int]
  /// By a word's number.
  private let weights: [Int]
  /// By a word's number: the profiles that hold it, rising.
  private let places: [[Int]]
  private let profiles: [Profile]

  /// - Complexity: O(n) in the words of all signatures.
  /// - Throws: `IndexFailure` for tables whose sources are no signatures.
  init(_ tables: IndexTables) throws(IndexFailure) {
    self.tables = tables
    let patterns = PatternCache(tables)
    var words: [String] = []
    var numbers: [String: Int] = [:]
    var signatures: [(row: Int, words: [Int])] = []
    for index in 0..<tables.layout.signatures.count {
      let place = tables.place(ofSignature: index)
      var literals: [[Unicode.Scalar]] = []
      for pattern in place.patterns.prefix(place.lineCount) { literals += try patterns.scan(pattern).signature.literals }
      let own = Self.words(of: literals).map { word -> Int in
        let number = numbers[word] ?? words.count
        if number == words.count {
          numbers[word] = number
          words.append(word)
        }
        return number
      }
      signatures.append((place.entry, own))
    }
    var places = Array(repeating: [Int](), count: words.count)
    for (index, signature) in signatures.enumerated() {
      for word in signature.words { places[word].append(index) }
    }
    // A word in every signature weighs 1, and 1 more each time it is half as common: integers, the same in every engine.
    let weights = places.map { 1 + (signatures.count / $0.count).binaryLogarithm }
    profiles = signatures.map { row, words in Profile(row: row, words: words, total: words.reduce(0) { $0 + weights[$1] }) }
    (self.words, self.numbers, self.weights, self.places) = (words, numbers, weights, places)
  }

  /// The best guesses, best first, an entry once; at most three.
  ///
  /// - Complexity: O(n × m) in the words of the lines and the signatures that share a word with them.
  func guesses(for lines: [NormalizedLine]) -> [Guess] {
    var best: [Int: Guess] = [:]
    // By profile: the weight of the words that stand on a line.
    var sums = Array(repeating: 0, count: profiles.count)
    for line in lines.reversed() {
      let present = Set(Self.words(in: line.scalars).compactMap { numbers[$0] })
      var candidates: [Int] = []
      for word in present {
        for profile in places[word] {
          if sums[profile] == 0 { candidates.append(profile) }
          sums[profile] += weights[word]
        }
      }
      for index in candidates.sorted() {
        let profile = profiles[index]
        let score = sums[index] * 1000 / profile.total
        sums[index] = 0
        guard score >= Self.lowest.score, score > best[profile.row]?.score ?? 0 else { continue }
        let shared = profile.words.filter(present.contains).map { words[$0] }
        guard shared.count >= Self.lowest.words || score >= Self.lowest.scoreOfFewerWords else { continue }
        let row = tables.row(profile.row)
        best[profile.row] = Guess(slug: row.slug, title: row.title, url: row.url, score: score, shared: shared)
      }
    }
    let ordered = best.values.sorted { ($1.score, $0.slug) < ($0.score, $1.slug) }
    return Array(ordered.prefix(Self.count))
  }

  /// The words of a signature's fixed text, each once.
  package static func words(of literals: [[Unicode.Scalar]]) -> [String] {
    var result: [String] = []
    for literal in literals {
      for word in words(in: literal) where !result.contains(word) { result.append(word) }
    }
    return result
  }

  /// Runs of three or more letters, digits and `_`, folded; runs of digits alone name nothing.
  private static func words(in scalars: [Unicode.Scalar]) -> [String] {
    scalars.split { !$0.isWordScalar }.filter { $0.count >= 3 && !$0.allSatisfy(\.isDigit) }
      .map { String(String.UnicodeScalarView($0.map(\.folded))) }
  }
}

extension Int {
  /// The largest power of two that fits, of a positive number.
  fileprivate var binaryLogarithm: Int { Int.bitWidth - 1 - leadingZeroBitCount }
}
