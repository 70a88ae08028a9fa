// What a gap and a hole may take: each keeps what it has found out, so that nothing is tried twice.
extension LineMatcher {
  // MARK: Gaps

  mutating func gapEnd(_ index: Int, from start: Int) -> Int? {
    let key = GapKey(index: index, isBehindJoint: start >= joint)
    let last = start < joint ? min(line.scalars.count, joint) : line.scalars.count
    let known = gaps[key] ?? GapMemo(lowest: last + 1, end: nil)
    if start >= known.lowest {
      // An end before this start was the first of the ends decided together with it; those behind it were not.
      if let end = known.end, end < start { return searchGap(index, key, start, upTo: last, otherwise: nil) }
      return known.end
    }
    return searchGap(index, key, start, upTo: known.lowest - 1, otherwise: known.end)
  }

  private mutating func searchGap(_ index: Int, _ key: GapKey, _ start: Int, upTo last: Int, otherwise: Int?) -> Int? {
    var end = otherwise
    if start <= last {
      for position in start...last where fits(index + 1, at: position) {
        end = position
        break
      }
    }
    gaps[key] = GapMemo(lowest: start, end: end)
    return end
  }

  // MARK: Holes

  mutating func holeEnd(_ hole: SignatureHole, _ index: Int, from start: Int) -> Int? {
    let scalars = line.scalars
    if hole.type.isNumeric, start > 0, isDigit(scalars[start - 1], of: hole.type) { return nil }
    let run = run(of: hole, index, from: start)
    if hole.type == .rest { return run.end > start && fits(index + 1, at: run.end) ? run.end : nil }
    if let end = longestEnd(of: hole, index, from: start, in: run) { return end }
    return mayBeEmpty(hole, index) && fits(index + 1, at: start) ? start : nil
  }

  /// The longest end, behind `start`, that lets the rest fit.
  private mutating func longestEnd(of hole: SignatureHole, _ index: Int, from start: Int, in run: (end: Int, isQuoted: Bool)) -> Int? {
    let key = HoleKey(index: index, runEnd: run.end, isQuoted: run.isQuoted)
    var memo = holes[key] ?? HoleMemo(lowest: run.end + 1, end: nil)
    if memo.end == nil {
      while memo.lowest > start + 1 {
        memo.lowest -= 1
        if mayEnd(hole, at: memo.lowest, isQuoted: run.isQuoted), fits(index + 1, at: memo.lowest) {
          memo.end = memo.lowest
          break
        }
      }
      holes[key] = memo
    }
    guard let end = memo.end, end > start else { return nil }
    return end
  }

  private func isDigit(_ scalar: Unicode.Scalar, of type: HoleType) -> Bool { type == .hex ? scalar.isHexDigit : scalar.isDigit }

  /// A host may be missing before `:port`, as in `listen tcp :8080`.
  private func mayBeEmpty(_ hole: SignatureHole, _ index: Int) -> Bool {
    guard hole.type == .host, index + 1 < elements.count, case .literal(let next) = elements[index + 1] else { return false }
    return next.first == ":"
  }

  private func mayEnd(_ hole: SignatureHole, at end: Int, isQuoted: Bool) -> Bool {
    let scalars = line.scalars
    if isQuoted { return true }
    if hole.type.isNumeric, end < scalars.count, isDigit(scalars[end], of: hole.type) { return false }
    let last = scalars[end - 1]
    if hole.type == .host || hole.type == .ip {
      return last != ":" || (end >= 2 && scalars[end - 2] == ":")
    }
    return !last.isClosingPunctuation
  }

  // MARK: Runs

  /// How far a hole can reach: to the closing quote when it stands directly after an opening one, else through its alphabet.
  private mutating func run(of hole: SignatureHole, _ index: Int, from start: Int) -> (end: Int, isQuoted: Bool) {
    let scalars = line.scalars
    let limit = start < joint ? min(scalars.count, joint) : scalars.count
    if hole.type == .rest { return (min(line.contentEnd, limit), false) }
    if hole.type.runsToQuote, start > 0, index > 0, elements[index - 1].isLiteralOrChoice, scalars[start - 1].isQuote {
      let quote = scalars[start - 1]
      if quote == "`", let end = gnuQuoteEnd(index, from: start, limit: limit) { return (end, true) }
      let end = runEnd(RunKey(index: index, run: .to(quote)), from: start, limit: limit) { $0 != quote }
      if end < limit { return (end, true) }
    }
    // An int may have a sign; only its digits are a run.
    let hasSign = hole.type == .int && start < limit && scalars[start] == "-"
    let first = hasSign ? start + 1 : start
    let end = runEnd(RunKey(index: index, run: .alphabet), from: first, limit: limit) { hole.type.allows($0) }
    return (hasSign && end == first ? start : end, false)
  }

  /// The apostrophe by which GNU and Ruby close a backtick, as in "`main':": the next quote of any kind, when it ends a word.
  private mutating func gnuQuoteEnd(_ index: Int, from start: Int, limit: Int) -> Int? {
    let end = runEnd(RunKey(index: index, run: .toAnyQuote), from: start, limit: limit) { !$0.isQuote }
    return end < limit && Mention.closesGNUQuote(line.scalars, at: end, from: start) ? end : nil
  }

  /// The end of the run that `start` stands in; each scalar is looked at once.
  private mutating func runEnd(_ key: RunKey, from start: Int, limit: Int, isMember: (Unicode.Scalar) -> Bool) -> Int {
    let known = runs[key]
    if let known, known.contains(start) { return known.upperBound }
    var end = start
    while end < limit, isMember(line.scalars[end]) {
      if let known, end == known.lowerBound, known.upperBound <= limit {
        end = known.upperBound
        break
      }
      end += 1
    }
    if end > start { runs[key] = start..<end }
    return end
  }
}
