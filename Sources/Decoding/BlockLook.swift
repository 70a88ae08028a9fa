#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A closer look at the lines that a search has found in a range of text.
struct BlockLook {
  private let text: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private let matcher: Matcher
  private let unwrapped: UnwrappedPlaces
  private var walk: LineWalk
  private(set) var collector: HitCollector
  /// The last pair of segments that was joined, and the patterns tried there: a pair is met from both sides.
  private var lastJoin: (place: Segment.Place, patterns: Set<Int>)?

  init(
    _ walk: LineWalk, range: Range<Int>, matcher: Matcher, collector: HitCollector, unwrapped: UnwrappedPlaces
  ) {
    self.walk = walk
    text = walk.text
    self.range = range
    self.matcher = matcher
    self.unwrapped = unwrapped
    self.collector = collector
  }

  /// What the search found in one line.
  private struct LineFindings {
    var candidates: ArraySlice<Candidate> = []
    var isDisguised = false
    var joints: ArraySlice<JointScan.Place> = []
  }

  /// - Throws: `IndexFailure` when the index is not what its tables say.
  mutating func run(_ findings: Matcher.Findings) throws(IndexFailure) {
    var candidates = findings.candidates[...]
    var disguises = findings.disguises[...]
    var joints = findings.joints[...]
    var position = range.lowerBound
    while position < range.upperBound {
      let nearest = min(candidates.first?.offset ?? .max, disguises.first ?? .max, joints.first?.offset ?? .max)
      let offset = matcher.looksAtEveryLine ? position : nearest
      guard offset < .max else { break }
      let (bytes, number) = walk.bounds(at: offset)
      let own = LineFindings(
        candidates: candidates.prefix { $0.offset < bytes.upperBound }, isDisguised: disguises.first.map { $0 < bytes.upperBound } ?? false,
        joints: joints.prefix { $0.offset <= bytes.upperBound })
      candidates = candidates[own.candidates.endIndex...]
      disguises = disguises.drop { $0 < bytes.upperBound }
      joints = joints[own.joints.endIndex...]
      try look(at: bytes, own)
      collector.settle(through: number - 1)
      position = bytes.upperBound + 1
    }
    // What is known for certain spares the search for level words.
    if !collector.hasAnswer, collector.pendingCount > 0 { collector.settle(through: walk.bounds(at: range.upperBound - 1).number - 1) }
  }

  /// Looks at the bytes of a line, and closer at the line where they do not rule out everything.
  private mutating func look(at bytes: Range<Int>, _ findings: LineFindings) throws(IndexFailure) {
    var fits = matcher.patterns(findings.candidates)
    if findings.isDisguised || (!fits.isEmpty && mayHoldEscape(bytes)) {
      return try lookThroughDisguise(at: walk.line(at: bytes.lowerBound))
    }
    var possible: [Int] = []
    let candidates = fits.sorted()
    for pattern in fits where collector.mayCount(pattern, with: candidates) {
      if try matcher.patterns.scan(pattern).mayFit(in: text[bytes]) { possible.append(pattern) }
    }
    fits = possible
    let joints = try possibleJoints(findings.joints, behind: bytes)
    guard !fits.isEmpty || !joints.isEmpty else { return }
    let line = walk.line(at: bytes.lowerBound)
    for segment in line.segments.indices where !fits.isEmpty { try fit(fits, segment, of: line) }
    guard !joints.isEmpty, let next = walk.line(after: line) else { return }
    let last = line.segments.count - 1
    let pair = [line.segments[last]] + walk.segments(after: last, of: line)
    if joints.contains(where: { $0.pattern == nil }) {
      try join(pair, matcher.patterns(joining: walk.normalized(pair[0]), walk.normalized(next.segments[0])), owner: line)
    } else {
      try join(pair, joints.compactMap(\.pattern), owner: line)
    }
  }

  /// The joints behind a line that its bytes and the next line's do not rule out.
  private func possibleJoints(
    _ joints: ArraySlice<JointScan.Place>, behind line: Range<Int>
  ) throws(IndexFailure) -> [JointScan.Place] {
    guard !joints.isEmpty, line.upperBound < text.count else { return Array(joints) }
    let next = walk.lineRange(around: line.upperBound + 1)
    if Disguise.suspect(in: text, next) != nil { return Array(joints) }
    var possible: [JointScan.Place] = []
    for joint in joints {
      if let pattern = joint.pattern, try !matcher.patterns.scan(pattern).mayFit(in: text[line], goingOnIn: text[next]) { continue }
      possible.append(joint)
    }
    return possible
  }

  /// Whether a backslash or an ampersand stands in a line.
  private func mayHoldEscape(_ bytes: Range<Int>) -> Bool {
    guard let base = text.baseAddress else { return false }
    return memchr(base + bytes.lowerBound, 0x5C, bytes.count) != nil || memchr(base + bytes.lowerBound, 0x26, bytes.count) != nil
  }

  /// Looks at a line, and at its joints with both neighbours, as normalising and unescaping show them.
  private mutating func lookThroughDisguise(at line: FoundLine) throws(IndexFailure) {
    for (index, segment) in line.segments.enumerated() where range.contains(segment.bytes.lowerBound) {
      let normalized = walk.normalized(segment)
      try lookAtEscapes(of: normalized, line: line, segment: segment)
      try fit(matcher.patterns(in: normalized.foldedBytes), index, of: line, isSure: true)
      // A piece goes on in the next one; what stands before a carriage return does not.
      let after = walk.segments(after: index, of: line)
      if let next = after.first, next.place.number > segment.place.number || next.bytes.lowerBound == segment.bytes.upperBound {
        try join([segment] + after, matcher.patterns(joining: normalized, walk.normalized(next)), owner: line)
      }
    }
    guard let before = walk.line(before: line), let last = before.segments.last else { return }
    let pair = [last] + line.segments.prefix(1) + walk.segments(after: 0, of: line).prefix(1)
    try join(pair, matcher.patterns(joining: walk.normalized(last), walk.normalized(line.segments[0])), owner: before)
  }

  /// Tries patterns in a segment of a line.
  private mutating func fit(_ candidates: [Int], _ index: Int, of line: FoundLine, isSure: Bool = false) throws(IndexFailure) {
    let segment = line.segments[index]
    guard !candidates.isEmpty, range.contains(segment.bytes.lowerBound) else { return }
    var lines: [NormalizedLine] = []
    for pattern in candidates {
      let scan = try matcher.patterns.scan(pattern)
      guard isSure || line.segments.count == 1 || scan.mayFit(in: text[segment.bytes]) else { continue }
      if lines.isEmpty {
        lines =
          [walk.normalized(segment)] + walk.segments(after: index, of: line).prefix(1).filter(mayMatter).map { walk.normalized($0) }
      }
      let matches = scan.matches(inLine: 0, of: lines).filter { !unwrapped.isTaken($0, of: pattern) }
      if !matches.isEmpty { collector.add(matches, of: pattern, line: walk.pasted(line, segment: segment)) }
    }
  }

  /// A next line is worth normalising only where a number may go on in it, or where it may underline this one.
  private func mayMatter(_ segment: Segment) -> Bool {
    guard let first = text[segment.bytes].first, let last = text[segment.bytes].last(where: { !$0.isBlank }) else { return false }
    let isPlain = last.isLetter || last &- 0x30 < 10
    if !(first.isBlank || first.isLetter) || !isPlain { return true }
    return text[segment.bytes].contains { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") || $0 >= 0x7F || $0 == 0x1B }
  }

  /// Tries patterns in two segments that follow one another; a third tells whether a number goes on.
  private mutating func join(_ segments: [Segment], _ candidates: [Int], owner: FoundLine) throws(IndexFailure) {
    var tried = lastJoin?.place == segments[0].place ? lastJoin?.patterns ?? [] : []
    defer { lastJoin = (segments[0].place, tried) }
    for pattern in candidates where tried.insert(pattern).inserted {
      let lines = segments.map { walk.normalized($0) }
      let matches = try matcher.patterns.scan(pattern).matches(joiningLineAfter: 0, of: lines).filter {
        !unwrapped.isTaken($0, of: pattern)
      }
      if !matches.isEmpty { collector.add(matches, of: pattern, line: walk.pasted(owner, segment: segments[0])) }
    }
  }

  private mutating func lookAtEscapes(of line: NormalizedLine, line found: FoundLine, segment: Segment) throws(IndexFailure) {
    for lines in line.views?.documents ?? [] {
      var matches: [(pattern: Int, match: PatternMatch)] = []
      for index in lines.indices {
        for pattern in matcher.patterns(in: lines[index].foldedBytes) {
          matches += try matcher.patterns.scan(pattern).matches(inLine: index, of: lines).map { (pattern, $0) }
        }
        // Two strings of one row do not go on in one another.
        guard index + 1 < lines.count, lines[index + 1].ordinal > lines[index].ordinal else { continue }
        for pattern in matcher.patterns(joining: lines[index], lines[index + 1]) {
          matches += try matcher.patterns.scan(pattern).matches(joiningLineAfter: index, of: lines).map { (pattern, $0) }
        }
      }
      if !matches.isEmpty { collector.addEscaped(matches, line: walk.pasted(found, segment: segment)) }
    }
  }
}
