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
///
/// Made once for an index: who decodes many texts keeps it.
public struct Nearest: Sendable {
  /// How much of a text's end is looked at, in lines' scalars.
  static let window = 65_536
  /// Below these a guess would be noise: three words in common, or nearly all of a short signature.
  private static let lowest = (score: 400, words: 3, scoreOfFewerWords: 800)
  private static let count = 3

  /// A signature as its words.
  private struct Profile {
    let row: Int
    let words: [String]
    let total: Int
  }

  private let rows: [IndexTables.Row]
  private let weights: [String: Int]
  private let profiles: [Profile]
  /// The profiles that hold a word.
  private let places: [String: [Int]]

  /// - Complexity: O(n) in the words of all signatures.
  public init(_ tables: IndexTables) { self.init(rows: tables.rows) }

  private init(rows: [IndexTables.Row]) {
    let signatures = rows.enumerated().flatMap { row, entry in entry.signatures.map { (row, Self.words(of: $0)) } }
    var frequency: [String: Int] = [:]
    for word in signatures.flatMap({ Set($0.1) }) { frequency[word, default: 0] += 1 }
    // A word in every signature weighs 1, and 1 more each time it is half as common: integers, the same in every engine.
    let weights = frequency.mapValues { 1 + (signatures.count / $0).binaryLogarithm }
    profiles = signatures.map { row, words in Profile(row: row, words: words, total: words.reduce(0) { $0 + (weights[$1] ?? 0) }) }
    var places: [String: [Int]] = [:]
    for (index, profile) in profiles.enumerated() {
      for word in profile.words { places[word, default: []].append(index) }
    }
    (self.rows, self.weights, self.places) = (rows, weights, places)
  }

  static func guesses(for text: NormalizedText, in rows: [IndexTables.Row]) -> [Guess] { Nearest(rows: rows).guesses(for: text) }

  /// The guesses for a text in which nothing matched, as `ErrorDecoder.decode` makes them.
  public func guesses(for text: [UInt8]) -> [Guess] { guesses(for: Normalizer.normalize(text)) }

  /// The best guesses, best first, an entry once; at most three.
  ///
  /// - Complexity: O(n × m) in the words of the text's last 65,536 scalars and the signatures that share a word with them.
  func guesses(for text: NormalizedText) -> [Guess] {
    var best: [Int: Guess] = [:]
    for line in Self.lastLines(of: text) {
      let present = Set(Self.words(in: line.scalars))
      let candidates = Set(present.flatMap { places[$0] ?? [] })
      for profile in candidates.sorted().map({ profiles[$0] }) {
        let shared = profile.words.filter(present.contains)
        let score = shared.reduce(0) { $0 + (weights[$1] ?? 0) } * 1000 / profile.total
        guard score >= Self.lowest.score, shared.count >= Self.lowest.words || score >= Self.lowest.scoreOfFewerWords else { continue }
        guard score > best[profile.row]?.score ?? 0 else { continue }
        best[profile.row] = Guess(
          slug: rows[profile.row].slug, title: rows[profile.row].title, url: rows[profile.row].url, score: score, shared: shared)
      }
    }
    let ordered = best.values.sorted { ($1.score, $0.slug) < ($0.score, $1.slug) }
    return Array(ordered.prefix(Self.count))
  }

  private static func lastLines(of text: NormalizedText) -> ReversedCollection<ArraySlice<NormalizedLine>> {
    let lines = text.documents[0].lines
    var scalars = 0
    let start = lines.lastIndex { line in
      scalars += line.scalars.count
      return scalars > window
    }
    return lines[((start ?? -1) + 1)...].reversed()
  }

  /// The words of a signature's fixed text, each once.
  private static func words(of signature: IndexedSignature) -> [String] {
    var result: [String] = []
    for element in signature.lines.flatMap(\.elements) {
      guard case .literal(let scalars) = element else { continue }
      for word in words(in: scalars) where !result.contains(word) { result.append(word) }
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
