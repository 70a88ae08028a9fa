#if canImport(Decoding)
  @testable import Decoding
#endif

/// A signature from the first line, compared with the lines behind it: alone, joined, and all as one.
enum MatcherTarget {
  static func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    guard let signature = try? Signature(input.line()) else { return }
    let lines = NormalizerTarget.lines(of: NormalizerTarget.decoded(input.rest, by: input.rest.count + 1))
    for index in lines.indices {
      try check(signature, MatchableLine(lines[index], at: index))
      if index + 1 < lines.count { try check(signature, MatchableLine(joiningLineAfter: index, in: lines)) }
    }
    if lines.count > 1 { try check(signature, MatchableLine(unwrapping: lines.indices, in: lines)) }
    let scan = PatternScan(signature)
    let matches = lines.indices.flatMap { index in
      scan.matches(inLine: index, of: lines) + (index + 1 < lines.count ? scan.matches(joiningLineAfter: index, of: lines) : [])
    }
    for match in matches {
      try require(match.start <= match.end && !match.spans.isEmpty, "a match ends behind its start")
      try require(match.spans.allSatisfy { span in lines.contains { $0.number == span.line } }, "a span is on a line")
    }
  }

  private static func check(_ signature: Signature, _ line: MatchableLine) throws {
    var matcher = LineMatcher(signature, in: line)
    let matches = matcher.matches()
    let alternatives = signature.elements.map { if case .choice(let all) = $0 { all.count } else { 3 } }
    let limit = (alternatives.reduce(0, +) + 1) * (line.scalars.count + 1)
    try require(matcher.steps <= limit, "\(matcher.steps) steps, \(limit) are linear: \(signature.text)")
    var position = 0
    for match in matches {
      try require(match.range.lowerBound >= position && match.range.upperBound <= line.scalars.count, "matches stand apart in the line")
      position = match.range.upperBound
      try require(Set(match.captures.map(\.name)).count == match.captures.count, "a name is captured once")
      for capture in match.captures {
        try require(
          match.range.contains(capture.range.lowerBound) || capture.range.lowerBound == match.range.upperBound, "a capture leaves its match"
        )
        try require(capture.range.upperBound <= match.range.upperBound, "a capture leaves its match")
        guard let hole = signature.holes.first(where: { $0.name == capture.name }) else { throw FuzzFailure(description: "no such hole") }
        let value = String(String.UnicodeScalarView(line.scalars[capture.range].prefix(256)))
        try require(hole.type.isValid(value), "\(value) is no \(hole.type)")
      }
    }
  }
}
