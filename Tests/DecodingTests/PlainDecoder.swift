@testable import Decoding

/// The slow and simple way: every pattern is tried on every line, on every pair of lines, and on every line read through its escapes.
///
/// What the engine finds by searching bytes must be the same.
struct PlainDecoder {
  let tables: IndexTables

  /// Segments as lines, and whether each goes on in the one behind it: not where a carriage return stands between.
  static func lines(of bytes: [UInt8]) -> [(line: NormalizedLine, segment: Segment, goesOn: Bool)] {
    var decoding = ByteDecoding()
    var text: [UInt8] = []
    decoding.append(bytes, to: &text)
    decoding.finish(&text)
    return text.withUnsafeBufferPointer { text in
      var result: [(line: NormalizedLine, segment: Segment, goesOn: Bool)] = []
      var place = Segment.Place()
      var start: Int? = text.isEmpty ? nil : 0
      while let offset = start {
        let (segments, next) = Segment.segments(in: text, from: offset, place: place)
        for (index, segment) in segments.enumerated() {
          let isCut = index + 1 < segments.count && segments[index + 1].bytes.lowerBound == segment.bytes.upperBound
          result.append((Normalizer.line(of: segment, in: text), segment, index == segments.count - 1 || isCut))
        }
        start = next
        place = place.line()
      }
      return result
    }
  }

  func ranked(_ bytes: [UInt8]) throws -> [Ranker.Ranked] {
    let found = Self.lines(of: bytes)
    let lines = found.map(\.line)
    var collector = HitCollector(tables)
    let pasted = PastedLine(text: "", column: 1)
    let groups =
      bytes.count <= DecodingSession.pasteLimit ? WrappedLines.groups(widths: lines.map(\.scalars.count)) { lines[$0] } : []
    for pattern in 0..<tables.layout.patterns.count {
      let scan = PatternScan(try Signature(tables.source(ofPattern: pattern)))
      let unwrapped = groups.flatMap { group -> [PatternMatch] in
        let part = Array(lines[group.lowerBound..<min(group.upperBound + 1, lines.count)])
        return scan.matches(unwrapping: 0..<group.count, of: part)
      }
      let taken = Set(unwrapped.map { [$0.start.ordinal, $0.start.segment, $0.start.offset] })
      var matches: [PatternMatch] = []
      for index in lines.indices {
        matches += scan.matches(inLine: index, of: lines)
        if index + 1 < lines.count, found[index].goesOn { matches += scan.matches(joiningLineAfter: index, of: lines) }
      }
      collector.add(
        unwrapped + matches.filter { !taken.contains([$0.start.ordinal, $0.start.segment, $0.start.offset]) }, of: pattern, line: pasted)
    }
    for line in lines {
      for document in line.views?.documents ?? [] {
        var matches: [(pattern: Int, match: PatternMatch)] = []
        for pattern in 0..<tables.layout.patterns.count {
          let scan = PatternScan(try Signature(tables.source(ofPattern: pattern)))
          for index in document.indices {
            matches += scan.matches(inLine: index, of: document).map { (pattern, $0) }
            guard index + 1 < document.count, document[index + 1].ordinal > document[index].ordinal else { continue }
            matches += scan.matches(joiningLineAfter: index, of: document).map { (pattern, $0) }
          }
        }
        collector.addEscaped(matches, line: pasted)
      }
    }
    collector.settle(through: .max, isLast: true)
    return collector.ranked()
  }
}
