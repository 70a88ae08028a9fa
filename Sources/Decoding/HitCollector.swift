/// Makes hits of the matches of patterns, in the text and in each line read through its escapes.
struct HitCollector {
  private let tables: IndexTables
  /// By signature, for the text itself; only those of more than one part.
  private var progress: [Int: SignatureProgress] = [:]
  private var documentCount = 1
  /// By signature: the lines on which an `unless` pattern matched.
  private var vetoes: [Int: [Int]] = [:]
  private var ranker: Ranker
  /// Up to this line, hits are ranked.
  private var settledLine = 0
  /// How many matches count in the text itself, and in its lines read through their escapes.
  private var limits = (text: LineLimit(), views: LineLimit())
  /// By segment: the lines of matches that wait for further parts.
  private var pastedLines: [SegmentKey: PastedLine] = [:]

  private struct SegmentKey: Hashable {
    let line: Int
    let segment: Int

    init(_ match: PatternMatch) { (line, segment) = (match.start.ordinal, match.start.segment) }
  }

  /// - Parameter traced: An entry of which `fates` tells what becomes of its hits.
  init(_ tables: IndexTables, traced: Int? = nil) {
    self.tables = tables
    ranker = Ranker(tables, traced: traced)
  }

  var fates: [(hit: Hit, fate: Ranker.Fate)] { ranker.fates }

  /// Whether a match of a pattern counts on a line of the text behind all that was added: one of a later part of a signature does only
  /// where that has begun.
  ///
  /// - Parameter candidates: The patterns that may match on that line, rising.
  func mayCount(_ pattern: Int, with candidates: [Int]) -> Bool {
    let place = tables.place(ofPattern: pattern)
    guard place.part > 0, place.part < tables.place(ofSignature: place.signature).lineCount else { return true }
    if let begun = progress[place.signature], begun.pendingCount > 0 { return true }
    let first = candidates.partitioningIndex { $0 >= pattern - place.part }
    return first < candidates.count && candidates[first] == pattern - place.part
  }

  /// Takes the matches of a pattern that begin on a line of the text.
  mutating func add(_ matches: [PatternMatch], of pattern: Int, line: PastedLine) {
    let place = tables.place(ofPattern: pattern)
    let signature = tables.place(ofSignature: place.signature)
    for match in matches {
      if place.part >= signature.lineCount {
        noteVeto(of: place.signature, on: match.spans[0].line)
      } else if signature.lineCount == 1 {
        guard match.isIdle || limits.text.allows(pattern, on: match.spans[0].line) else { continue }
        ranker.add(hit(of: [match], place.signature, signature, document: 0, line: line))
      } else if limits.text.allows(pattern, on: match.spans[0].line) {
        pastedLines[SegmentKey(match)] = line
        progress[place.signature, default: SignatureProgress(lineCount: signature.lineCount)].add(match, part: place.part)
      }
    }
  }

  /// Takes the matches of all patterns in a line of the text that was read through its escapes.
  mutating func addEscaped(_ matches: [(pattern: Int, match: PatternMatch)], line: PastedLine) {
    guard !matches.isEmpty else { return }
    let document = documentCount
    documentCount += 1
    var progress: [Int: SignatureProgress] = [:]
    for (pattern, match) in matches {
      let place = tables.place(ofPattern: pattern)
      let signature = tables.place(ofSignature: place.signature)
      if place.part >= signature.lineCount {
        noteVeto(of: place.signature, on: match.spans[0].line)
      } else if (signature.lineCount == 1 && match.isIdle) || limits.views.allows(pattern, on: match.spans[0].line) {
        progress[place.signature, default: SignatureProgress(lineCount: signature.lineCount)].add(match, part: place.part)
      }
    }
    for key in progress.keys.sorted() {
      let signature = tables.place(ofSignature: key)
      for chain in progress[key]?.settle(through: .max) ?? [] {
        ranker.add(hit(of: chain, key, signature, document: document, line: line))
      }
    }
  }

  /// Ranks what can be ranked once every match that begins up to a line is known.
  mutating func settle(through line: Int, isLast: Bool = false) {
    let settled = isLast ? Int.max : line - tables.layout.reach - nearby
    guard isLast || settled - settledLine >= 64 else { return }
    for key in progress.keys.sorted() {
      let signature = tables.place(ofSignature: key)
      for chain in progress[key]?.settle(through: isLast ? .max : line) ?? [] {
        guard let line = pastedLines[SegmentKey(chain[heaviestPart(of: signature)])] else { continue }
        ranker.add(hit(of: chain, key, signature, document: 0, line: line))
      }
    }
    ranker.settle(through: settled) { [vetoes] hit in
      guard let lines = vetoes[hit.signatureIndex] else { return false }
      return lines.contains { $0 >= hit.hit.lines.lowerBound - nearby && $0 <= hit.hit.lines.upperBound + nearby }
    }
    settledLine = settled
    guard !isLast else { return }
    limits.text.forget(before: settled)
    limits.views.forget(before: settled)
    for key in vetoes.keys { vetoes[key]?.removeAll { $0 < settled - tables.layout.reach - nearby } }
    pastedLines = pastedLines.filter { $0.key.line >= settled - tables.layout.reach }
  }

  /// The entries found, best first; everything must be settled.
  func ranked() -> [Ranker.Ranked] { ranker.ranked() }

  /// How many matches wait to be judged.
  var pendingCount: Int {
    ranker.pendingCount + vetoes.values.reduce(0) { $0 + $1.count } + progress.values.reduce(0) { $0 + $1.pendingCount }
  }

  /// Whether an entry has been found for certain.
  var hasAnswer: Bool { ranker.hasAnswer }

  private mutating func noteVeto(of signature: Int, on line: Int) {
    if vetoes[signature]?.last != line { vetoes[signature, default: []].append(line) }
  }

  private func heaviestPart(of signature: IndexTables.SignaturePlace) -> Int {
    guard signature.lineCount > 1 else { return 0 }
    let weights = (0..<signature.lineCount).map { tables.place(ofPattern: signature.patterns.lowerBound + $0).weight }
    return weights.indices.max { weights[$0] < weights[$1] || (weights[$0] == weights[$1] && $0 > $1) } ?? 0
  }

  private func hit(
    of chain: [PatternMatch], _ signatureIndex: Int, _ signature: IndexTables.SignaturePlace, document: Int, line: PastedLine
  ) -> Ranker.Stated {
    let heaviest = chain[heaviestPart(of: signature)]
    var captures: [Hit.Capture] = []
    for capture in chain.flatMap(\.captures) where !captures.contains(where: { $0.name == capture.name }) { captures.append(capture) }
    let hit = Hit(
      entry: signature.entry, signature: signature.number, role: tables.role(of: signature.entry), weight: signature.weight,
      document: document, spans: chain.flatMap(\.spans), anchor: heaviest.spans[0], captures: captures, line: line,
      row: heaviest.row, isEscaped: heaviest.isEscaped, isMention: heaviest.isMention)
    return Ranker.Stated(hit: hit, signatureIndex: signatureIndex)
  }
}
