/// Finds the line in which a signature came furthest, when none matched.
enum FurthestReach {
  /// How much of a text's end is looked at, in bytes.
  private static let window = 1 << 20

  /// - Complexity: O(n × m) in the text's last bytes and the entry's patterns.
  static func nearest(of entry: IndexedEntry, in bytes: [UInt8]) -> Explanation.Nearest? {
    var decoding = ByteDecoding()
    var text: [UInt8] = []
    decoding.append(bytes, to: &text)
    decoding.finish(&text)
    return text.withUnsafeBufferPointer { text in
      var walk = LineWalk(text, origin: Segment.Place())
      var best: (weight: Int, nearest: Explanation.Nearest)?
      var next: FoundLine? = text.isEmpty ? nil : walk.line(at: max(0, text.count - window))
      while let found = next {
        for segment in found.segments {
          let normalized = walk.normalized(segment)
          for line in [normalized] + (normalized.views?.documents[0] ?? []) {
            for (number, signature) in entry.signatures.enumerated() {
              for pattern in signature.lines {
                guard let reach = reach(of: pattern, in: line), reach.weight > best?.weight ?? 0 else { continue }
                let pasted = walk.pasted(found, segment: segment)
                let column = line.columnRange(reach.offset..<reach.offset).lowerBound
                let span = Diagnosis.Evidence.Span(line: found.number, columns: column..<(column + 1), name: "")
                let evidence = Diagnosis.Evidence(
                  line: found.number, column: column, occurrences: 1, text: pasted.text + (column == Int(line.endColumn) ? " " : ""),
                  textColumn: pasted.column,
                  signature: pattern.text, spans: [span])
                best = (reach.weight, Explanation.Nearest(signature: number + 1, evidence: evidence, wanted: reach.wanted))
              }
            }
          }
        }
        next = walk.line(after: found)
      }
      return best?.nearest
    }
  }

  private static func reach(of pattern: Signature, in line: NormalizedLine) -> (weight: Int, offset: Int, wanted: String)? {
    var matcher = LineMatcher(pattern, in: MatchableLine(line, at: 0))
    _ = matcher.matches()
    guard let reach = matcher.furthest() else { return nil }
    let rest = pattern.elements[reach.element...]
    return (
      reach.weight, min(line.scalars.count, reach.position + reach.stood),
      rest.enumerated().map { index, element in
        element.source(from: index == 0 ? reach.stood : 0)
      }.joined()
    )
  }
}

extension SignatureElement {
  /// As a signature writes it, but for the case of letters; of a literal, from an offset on.
  fileprivate func source(from offset: Int) -> String {
    switch self {
    case .literal(let scalars): String(scalars: scalars.dropFirst(offset))
    case .choice(let alternatives): "{" + alternatives.map { String(scalars: $0) }.joined(separator: "|") + "}"
    case .hole(let hole): hole.name == hole.type.rawValue ? "{\(hole.name)}" : "{\(hole.name):\(hole.type.rawValue)}"
    case .gap: "{...}"
    }
  }
}
