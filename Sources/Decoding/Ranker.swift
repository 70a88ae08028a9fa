/// Orders hits into the answer, by integers alone, so that every engine agrees.
///
/// Hits come in the order of a text of any length; what is kept of them is bounded: those of the last lines, and one for each entry.
struct Ranker {
  /// The hits of one entry that stand for it, best entry first.
  struct Ranked {
    let hit: Hit
    /// The first hit's captures, then those that later hits nearby add.
    var captures: [Hit.Capture]
    /// How many places of the text the first hit's signature matches with the same values.
    var occurrences = 0
    /// The columns of the last line's occurrences, so that a place counts once.
    fileprivate var lastPlaces: (line: Int, columns: Set<Int>) = (0, [])
  }

  /// A hit, with its signature's place in the tables.
  struct Stated {
    var hit: Hit
    let signatureIndex: Int
  }

  /// What became of a hit.
  enum Fate: Equatable {
    /// It counts: as the entry's first, or as a later one.
    case counted
    case mentioned, escaped, vetoed
    case covered(by: Hit)
  }

  private let tables: IndexTables
  /// The entry whose hits are told apart in `fates`.
  private let traced: Int?
  /// The first hits of the traced entry, and what became of each.
  private(set) var fates: [(hit: Hit, fate: Fate)] = []
  private static let mostFates = 100
  /// Hits that may still be covered, vetoed or cover others.
  private var recent: [Stated] = []
  private var settledLine = 0
  private var entries: [Int: Ranked] = [:]

  init(_ tables: IndexTables, traced: Int? = nil) { (self.tables, self.traced) = (tables, traced) }

  /// How many hits are not judged yet, and how many places of judged ones are known.
  var pendingCount: Int { recent.count + entries.values.reduce(0) { $0 + $1.lastPlaces.columns.count } }

  var hasAnswer: Bool { !entries.isEmpty }

  mutating func add(_ hit: Stated) {
    if hit.hit.isMention || hit.hit.isEscaped {
      trace(hit.hit, hit.hit.isMention ? .mentioned : .escaped)
    } else {
      recent.append(hit)
    }
  }

  private mutating func trace(_ hit: Hit, _ fate: Fate) {
    if hit.entry == traced, fates.count < Self.mostFates { fates.append((hit, fate)) }
  }

  /// Judges the hits whose anchor stands up to a line; every hit with a span up to there must have been added.
  ///
  /// - Complexity: O(n log n) in the hits not judged before.
  mutating func settle(through line: Int, isVetoed: (Stated) -> Bool) {
    let covered = Cover.covered(recent.map(\.hit))
    var kept: [Hit] = []
    for (index, hit) in recent.enumerated() where hit.hit.anchor.line > settledLine && hit.hit.anchor.line <= line {
      if covered[index] {
        if hit.hit.entry == traced, let other = Cover.cover(of: index, in: recent.map(\.hit)) { trace(hit.hit, .covered(by: other)) }
      } else if isVetoed(hit) {
        trace(hit.hit, .vetoed)
      } else {
        trace(hit.hit, .counted)
        kept.append(hit.hit)
      }
    }
    for hit in kept.sorted(by: precedes) { merge(hit) }
    recent.removeAll { $0.hit.anchor.line <= line && $0.hit.lines.upperBound <= line }
    settledLine = line
  }

  /// The entries found, best first.
  func ranked() -> [Ranked] { entries.values.sorted { precedes($0.hit, $1.hit) } }

  func precedes(_ left: Hit, _ right: Hit) -> Bool {
    if left.role != right.role { return left.role < right.role }
    if left.anchor.line != right.anchor.line { return left.anchor.line < right.anchor.line }
    if left.row != right.row { return left.row < right.row }
    if left.weight != right.weight { return left.weight > right.weight }
    let (leftColumn, rightColumn) = (left.anchor.columns.lowerBound, right.anchor.columns.lowerBound)
    if leftColumn != rightColumn { return leftColumn < rightColumn }
    if left.entry != right.entry {
      return tables.slug(of: left.entry).utf8.lexicographicallyPrecedes(tables.slug(of: right.entry).utf8)
    }
    let (leftStart, rightStart) = (left.spans[0], right.spans[0])
    return (left.signature, -left.document, leftStart.line, leftStart.columns.lowerBound)
      < (right.signature, -right.document, rightStart.line, rightStart.columns.lowerBound)
  }

  private mutating func merge(_ hit: Hit) {
    // Taken out and put back: one owner, so that the places are not copied for each hit.
    var ranked = entries.removeValue(forKey: hit.entry) ?? Ranked(hit: hit, captures: hit.captures)
    let first = ranked.hit
    if hit.signature == first.signature, hit.captures.elementsEqual(first.captures, by: { $0.hasValue(of: $1) }) {
      if ranked.lastPlaces.line != hit.anchor.line { ranked.lastPlaces = (hit.anchor.line, []) }
      if ranked.lastPlaces.columns.insert(hit.anchor.columns.lowerBound).inserted { ranked.occurrences += 1 }
    }
    if hit.anchor.line - first.anchor.line <= nearby {
      for capture in hit.captures where !ranked.captures.contains(where: { $0.name == capture.name }) {
        // What reads the same text in another way has nothing to add: `in use 127.0.0.1:80` is no path.
        if !overlaps(capture.span, first) { ranked.captures.append(capture) }
      }
    }
    entries[hit.entry] = ranked
  }

  private func overlaps(_ span: Hit.Span, _ hit: Hit) -> Bool {
    hit.spans.contains { $0.line == span.line && $0.columns.overlaps(span.columns) }
  }
}
