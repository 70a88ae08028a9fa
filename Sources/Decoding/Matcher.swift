/// Finds the matches of all patterns in a stretch of a text, line by line.
///
/// A scan of the bytes names the lines worth a closer look; only those, and their neighbours where a phrase may be broken between
/// them, are normalised and compared.
final class Matcher: Sendable {
  let tables: IndexTables
  let patterns: PatternCache
  let scan: GramScan
  private let jointScan: JointScan
  /// Patterns of which nothing can be searched.
  private let ungrammed: [Int]

  /// - Parameter patterns: All of the tables, in their order, where they need not be read from their sources; else none.
  init(_ tables: IndexTables, patterns: [Signature] = []) {
    self.tables = tables
    self.patterns = PatternCache(tables, patterns: patterns)
    scan = GramScan(tables)
    jointScan = JointScan(tables)
    ungrammed = tables.ungrammedPatterns.filter(\.needle.isEmpty).map(\.pattern)
  }

  /// What a search found in a range of bytes; all by rising offsets.
  struct Findings: Sendable {
    var candidates: [Candidate] = []
    /// One place in each line that must be normalised to be searched.
    var disguises: [Int] = []
    var joints: [JointScan.Place] = []
    /// How many line feeds there are up to each of some offsets, counted from the one before; the last is the range's end.
    var feeds: [(end: Int, count: Int)] = []
  }

  /// Searches a range of a text's bytes. Ranges can be searched side by side, and their findings put together in order.
  func search(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Findings {
    var lines = LineScan(jointScan, text, range)
    lines.run()
    return Findings(candidates: scan.candidates(in: text, range), disguises: lines.disguises, joints: lines.joints, feeds: lines.feeds)
  }

  /// Whether every line must be looked at.
  var looksAtEveryLine: Bool { !ungrammed.isEmpty }

  /// The patterns that may fit in a line, each once, of the candidates found there.
  func patterns(_ candidates: some Sequence<Candidate>) -> [Int] {
    var patterns = ungrammed
    // Many signatures may share a line's words; of a few, looking through the list is faster than a set.
    var known: Set<Int> = []
    for candidate in candidates {
      if patterns.count < 32 {
        guard !patterns.contains(candidate.pattern) else { continue }
      } else {
        if known.isEmpty { known = Set(patterns) }
        guard known.insert(candidate.pattern).inserted else { continue }
      }
      patterns.append(candidate.pattern)
    }
    return patterns
  }

  /// The patterns that may fit in a line made comparable.
  func patterns(in foldedBytes: [UInt8]) -> [Int] {
    patterns(foldedBytes.withUnsafeBufferPointer { scan.candidates(in: $0, 0..<$0.count) })
  }

  /// The patterns that may fit in two lines made comparable, once they are joined.
  func patterns(joining line: NormalizedLine, _ next: NormalizedLine) -> [Int] {
    let first = line.foldedBytes
    let end = first.count
    let bytes = first + [0x0A] + next.foldedBytes
    var patterns: Set<Int> = []
    bytes.withUnsafeBufferPointer { text in
      let edges = Joint.Edges(text, end: end, next: end + 1)
      jointScan.forEachPattern(edges, in: text, end: end, next: end + 1) { patterns.insert($0) }
    }
    return patterns.sorted()
  }
}
