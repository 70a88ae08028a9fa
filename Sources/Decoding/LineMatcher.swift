/// A place where a signature fits, in offsets into the line's scalars.
struct LineMatch: Equatable {
  struct Capture: Equatable {
    let name: String
    let type: HoleType
    let range: Range<Int>
  }

  let range: Range<Int>
  /// In the signature's order, each name once.
  let captures: [Capture]
}

/// Compares one signature with one line.
///
/// Every pair of element and position is decided once, and so is every hole for each end of the run it stands in: the time is
/// O(elements × scalars) on any text. Method: backtracking with a memo ("packrat", Ford 2002).
struct LineMatcher {
  let elements: [SignatureElement]
  private let isAnchoredAtStart: Bool
  private let isAnchoredAtEnd: Bool
  /// Of the first element, when that is a literal.
  private let firstScalar: Unicode.Scalar?
  let line: MatchableLine
  let joint: Int
  /// For each element and position: where the element ends in the match that continues from there.
  private var ends: [Int32]
  var holes: [HoleKey: HoleMemo] = [:]
  var gaps: [GapKey: GapMemo] = [:]
  var runs: [RunKey: Range<Int>] = [:]
  /// How often an element was asked for at a position, for proofs of linear time.
  private(set) var steps = 0

  struct GapKey: Hashable {
    let index: Int
    let isBehindJoint: Bool
  }

  /// From `lowest` on, every end is decided: the first that fits is `end`, or none does.
  struct GapMemo {
    var lowest: Int
    var end: Int?
  }

  struct HoleKey: Hashable {
    let index: Int
    let runEnd: Int
    let isQuoted: Bool
  }

  /// Ends from `lowest` to the run's end were tried, longest first; `end` is the one that fits.
  struct HoleMemo {
    var lowest: Int
    var end: Int?
  }

  /// What ends a run: a scalar that the hole's alphabet lacks, a closing quote, or a quote of any kind.
  enum Run: Hashable {
    case alphabet, toAnyQuote
    case to(Unicode.Scalar)
  }

  struct RunKey: Hashable {
    let index: Int
    let run: Run
  }

  private static let unknown: Int32 = -2
  private static let failed: Int32 = -1

  init(_ signature: Signature, in line: MatchableLine) {
    elements = signature.elements
    firstScalar = if case .literal(let scalars) = signature.elements.first { scalars.first } else { nil }
    isAnchoredAtStart = signature.isAnchoredAtStart
    isAnchoredAtEnd = signature.isAnchoredAtEnd
    self.line = line
    joint = line.joint ?? Int.max
    ends = Array(repeating: Self.unknown, count: elements.count * (line.scalars.count + 1))
  }

  /// All matches, leftmost first, none overlapping. In joined lines only those that reach over the joint.
  mutating func matches() -> [LineMatch] {
    var result: [LineMatch] = []
    var next = 0
    func tryStart(_ start: Int) {
      guard start >= next, fits(0, at: start), let match = match(from: start) else { return }
      result.append(match)
      next = max(match.range.upperBound, start + 1)
    }
    if isAnchoredAtStart {
      for start in line.startMarks where start < joint { tryStart(start) }
    } else {
      for start in 0..<min(line.scalars.count, joint) where mayBegin(at: start) { tryStart(start) }
    }
    return result
  }

  /// Whether a signature's first scalar stands at a position; a quick look that saves most of the others.
  private func mayBegin(at start: Int) -> Bool {
    guard let first = firstScalar, first != " " else { return true }
    let scalar = line.scalars[start]
    return scalar.folded == first || (first.isQuote && scalar.isQuote)
  }

  /// The furthest that the signature reached in the line, once `matches` has been asked for: which element did not fit, where it was
  /// tried, and how much of it stood there. Nil when not even the first began.
  func furthest() -> Reach? {
    var weight = elements.reduce(0) { $0 + $1.weight }
    for index in elements.indices.reversed() {
      weight -= elements[index].weight
      var best: Reach?
      for position in 0...line.scalars.count where ends[key(index, position)] != Self.unknown {
        let stood = index < elements.count ? standing(elements[index], at: position) : 0
        if index == 0, stood == 0 { continue }
        if stood >= best.map(\.stood) ?? -1 { best = Reach(element: index, position: position, stood: stood, weight: weight + stood) }
      }
      if let best { return best }
    }
    return nil
  }

  struct Reach {
    let element: Int
    /// In the line's scalars.
    let position: Int
    /// How many scalars of the element stand there.
    let stood: Int
    /// Of everything that fitted.
    let weight: Int
  }

  /// How much of an element stands at a position: of a choice, of the alternative that fits best.
  private func standing(_ element: SignatureElement, at start: Int) -> Int {
    switch element {
    case .literal(let literal): prefixLength(of: literal, at: start)
    case .choice(let alternatives): alternatives.map { prefixLength(of: $0, at: start) }.max() ?? 0
    case .hole, .gap: 0
    }
  }

  private func prefixLength(of literal: [Unicode.Scalar], at start: Int) -> Int {
    var position = start
    for (count, scalar) in literal.enumerated() {
      guard position < line.scalars.count else { return count }
      if scalar == " " {
        guard line.scalars[position] == " " else { return count }
        position = Int(line.blankEnds[position])
      } else {
        guard line.scalars[position].folded == scalar || (scalar.isQuote && line.scalars[position].isQuote) else { return count }
        position += 1
      }
    }
    return literal.count
  }

  /// Follows the memo from a start that fits; nil when a value has not the form of its type.
  private func match(from start: Int) -> LineMatch? {
    var captures: [LineMatch.Capture] = []
    var position = start
    for (index, element) in elements.enumerated() {
      let end = Int(ends[key(index, position)])
      if case .hole(let hole) = element {
        let range = strippingBrackets(position..<end, of: hole.type)
        guard hole.type.isValid(line.scalars[range]) else { return nil }
        if let earlier = captures.first(where: { $0.name == hole.name }) {
          guard line.scalars[earlier.range] == line.scalars[range] else { return nil }
        } else {
          captures.append(LineMatch.Capture(name: hole.name, type: hole.type, range: range))
        }
      }
      position = end
    }
    return LineMatch(range: start..<position, captures: captures)
  }

  private func strippingBrackets(_ range: Range<Int>, of type: HoleType) -> Range<Int> {
    guard type == .host || type == .ip, range.count >= 2, line.scalars[range.lowerBound] == "[",
      line.scalars[range.upperBound - 1] == "]"
    else { return range }
    return (range.lowerBound + 1)..<(range.upperBound - 1)
  }

  // MARK: Elements

  private func key(_ index: Int, _ position: Int) -> Int { index * (line.scalars.count + 1) + position }

  /// Whether the elements from `index` on fit at `position`.
  mutating func fits(_ index: Int, at position: Int) -> Bool {
    steps += 1
    guard index < elements.count else { return isEnd(position) }
    let key = key(index, position)
    if ends[key] == Self.unknown {
      ends[key] = end(of: index, from: position).map(Int32.init) ?? Self.failed
    }
    return ends[key] >= 0
  }

  private func isEnd(_ position: Int) -> Bool {
    if line.joint != nil, position <= joint { return false }
    return !isAnchoredAtEnd || position >= line.contentEnd
  }

  private mutating func end(of index: Int, from position: Int) -> Int? {
    switch elements[index] {
    case .literal(let literal):
      guard let end = literalEnd(literal, of: index, from: position), fits(index + 1, at: end) else { return nil }
      return end
    case .choice(let alternatives):
      for alternative in alternatives {
        if let end = literalEnd(alternative, of: index, from: position), fits(index + 1, at: end) { return end }
      }
      return nil
    case .gap: return gapEnd(index, from: position)
    case .hole(let hole): return holeEnd(hole, index, from: position)
    }
  }

  /// Where a literal ends; nil when it is not there, or when a letter, digit or `_` touches an edge of the signature that is one.
  private func literalEnd(_ literal: [Unicode.Scalar], of index: Int, from start: Int) -> Int? {
    let scalars = line.scalars
    guard let first = literal.first, let last = literal.last else {
      // An empty alternative leaves the edge to its neighbour: `container{s|}` is not in `containerized`.
      let isEdge = index == 0 || index == elements.count - 1
      let isInWord = start > 0 && start < scalars.count && scalars[start - 1].isWordScalar && scalars[start].isWordScalar
      return (isEdge && isInWord) || start == joint ? nil : start
    }
    // What begins at the joint behind a literal goes on where that may be broken.
    if index > 0, start == joint, !elements[index - 1].isLiteralOrChoice, first != " " || !mayBreak(literal, at: 1) { return nil }
    if index == 0, first.isWordScalar, start > 0, scalars[start - 1].isWordScalar { return nil }
    var position = start
    var broken = literal.count
    for (offset, scalar) in literal.enumerated() {
      if position == joint { broken = min(broken, offset) }
      if scalar == " " {
        if position == joint { continue }
        guard position < scalars.count, scalars[position] == " " else { return nil }
        position = Int(line.blankEnds[position])
      } else {
        guard position < scalars.count, scalars[position].folded == scalar || (scalar.isQuote && scalars[position].isQuote) else {
          return nil
        }
        position += 1
      }
    }
    if start < joint, position >= joint, !mayBreak(literal, at: broken) { return nil }
    if index == elements.count - 1, last.isWordScalar, position < scalars.count, scalars[position].isWordScalar { return nil }
    return position
  }

  private func mayBreak(_ literal: [Unicode.Scalar], at index: Int) -> Bool {
    Joint.mayBreak(literal, at: index, byRest: !line.isPrefixLeftOut)
  }
}

extension SignatureElement {
  var isLiteralOrChoice: Bool {
    switch self {
    case .literal, .choice: true
    case .hole, .gap: false
    }
  }
}
