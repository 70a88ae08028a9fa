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
struct Nearest: Sendable {
  /// Below these a guess would be noise: three words in common, or nearly all of a short signature.
  private static let lowest = (score: 400, words: 3, scoreOfFewerWords: 800)
  private static let count = 3

  /// A signature as its words.
  private struct Profile {
    let row: Int
    let words: [String]
    let total: Int
  }

  private let tables: IndexTables
  private let weights: [String: Int]
  private let profiles: [Profile]
  /// The profiles that hold a word.
  private let places: [String: [Int]]

  /// - Complexity: O(n) in the words of all signatures.
  /// - Throws: `IndexFailure` for tables whose sources are no signatures.
  init(_ tables: IndexTables) throws(IndexFailure) {
    self.tables = tables
    let patterns = PatternCache(tables)
    var signatures: [(Int, [String])] = []
    for index in 0..<tables.layout.signatures.count {
      let place = tables.place(ofSignature: index)
      var literals: [[Unicode.Scalar]] = []
      for pattern in place.patterns.prefix(place.lineCount) { literals += try patterns.scan(pattern).signature.literals }
      signatures.append((place.entry, Self.words(of: literals)))
    }
    var frequency: [String: Int] = [:]
    for word in signatures.flatMap({ Set($0.1) }) { frequency[word, default: 0] += 1 }
    // A word in every signature weighs 1, and 1 more each time it is half as common: integers, the same in every engine.
    let weights = frequency.mapValues { 1 + (signatures.count / $0).binaryLogarithm }
    profiles = signatures.map { row, words in Profile(row: row, words: words, total: words.reduce(0) { $0 + (weights[$1] ?? 0) }) }
    var places: [String: [Int]] = [:]
    for (index, profile) in profiles.enumerated() {
      for word in profile.words { places[word, default: []].append(index) }
    }
    (self.weights, self.places) = (weights, places)
  }

  /// The best guesses, best first, an entry once; at most three.
  ///
  /// - Complexity: O(n × m) in the words of the lines and the signatures that share a word with them.
  func guesses(for lines: [NormalizedLine]) -> [Guess] {
    var best: [Int: Guess] = [:]
    for line in lines.reversed() {
      let present = Set(Self.words(in: line.scalars))
      let candidates = Set(present.flatMap { places[$0] ?? [] })
      for profile in candidates.sorted().map({ profiles[$0] }) {
        let shared = profile.words.filter(present.contains)
        let score = shared.reduce(0) { $0 + (weights[$1] ?? 0) } * 1000 / profile.total
        guard score >= Self.lowest.score, shared.count >= Self.lowest.words || score >= Self.lowest.scoreOfFewerWords else { continue }
        guard score > best[profile.row]?.score ?? 0 else { continue }
        let row = tables.row(profile.row)
        best[profile.row] = Guess(slug: row.slug, title: row.title, url: row.url, score: score, shared: shared)
      }
    }
    let ordered = best.values.sorted { ($1.score, $0.slug) < ($0.score, $1.slug) }
    return Array(ordered.prefix(Self.count))
  }

  /// The words of a signature's fixed text, each once.
  private static func words(of literals: [[Unicode.Scalar]]) -> [String] {
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
