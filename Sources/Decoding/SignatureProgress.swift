/// Puts the parts of one signature together: each after the one before, on the same line or within the next 20.
struct SignatureProgress {
  /// Matches of parts, not looked at yet.
  private var waiting: [(part: Int, match: PatternMatch)] = []
  /// Chains begun, by the number of parts they have.
  private var chains: [[[PatternMatch]]]

  init(lineCount: Int) { chains = Array(repeating: [], count: lineCount + 1) }

  mutating func add(_ match: PatternMatch, part: Int) { waiting.append((part, match)) }

  /// The chains that become whole by what was added up to a line of the document; every match up to it must have been added.
  ///
  /// Of several matches of a part, the first behind the one before it counts.
  mutating func settle(through ordinal: Int) -> [[PatternMatch]] {
    let ready = waiting.filter { $0.match.start.ordinal <= ordinal }.sorted { ($0.match.start, $0.part) < ($1.match.start, $1.part) }
    waiting.removeAll { $0.match.start.ordinal <= ordinal }
    var complete: [[PatternMatch]] = []
    for (part, match) in ready {
      if part == 0 {
        extend([], with: match, complete: &complete)
      } else {
        let candidates = chains[part]
        chains[part] = candidates.filter { match.start < $0[part - 1].end }
        for chain in candidates where match.start >= chain[part - 1].end {
          let isNear = match.start.ordinal - chain[part - 1].end.ordinal <= nearby
          if isNear, Self.agree(match.captures, chain.flatMap(\.captures)) { extend(chain, with: match, complete: &complete) }
        }
      }
    }
    for part in chains.indices.dropFirst() { chains[part].removeAll { ordinal - $0[part - 1].end.ordinal > nearby } }
    return complete
  }

  private mutating func extend(_ chain: [PatternMatch], with match: PatternMatch, complete: inout [[PatternMatch]]) {
    let longer = chain + [match]
    if longer.count == chains.count - 1 { complete.append(longer) } else { chains[longer.count].append(longer) }
  }

  /// A name that stands twice captures equal text.
  private static func agree(_ captures: [Hit.Capture], _ earlier: [Hit.Capture]) -> Bool {
    captures.allSatisfy { capture in earlier.allSatisfy { $0.name != capture.name || $0.hasValue(of: capture) } }
  }
}
