/// Of a pattern's matches that begin on one line, the first 1,000 count: a line may be as long as the text.
struct LineLimit {
  static let most = 1_000

  private struct Place: Hashable {
    let pattern: Int
    let line: Int
  }

  private var counts: [Place: Int] = [:]

  /// Whether one more match counts, which it does from then on.
  mutating func allows(_ pattern: Int, on line: Int) -> Bool {
    counts[Place(pattern: pattern, line: line), default: 0] += 1
    return counts[Place(pattern: pattern, line: line), default: 0] <= Self.most
  }

  /// Forgets lines on which nothing more will match.
  mutating func forget(before line: Int) { counts = counts.filter { $0.key.line >= line } }
}
