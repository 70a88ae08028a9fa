/// Finds every hit of every signature of an index.
package struct Matcher: Sendable {
  private let rows: [IndexTables.Row]

  package init(_ tables: IndexTables) { rows = tables.rows }

  /// All hits, vetoed ones among them, in the order of entries, signatures, documents and lines.
  package func hits(in text: NormalizedText) -> [Hit] {
    var hits: [Hit] = []
    for (entry, row) in rows.enumerated() {
      for (number, signature) in row.signatures.enumerated() {
        let veto = Veto(signature.unless, in: text)
        for (index, document) in text.documents.enumerated() {
          for chain in chains(of: signature, in: document) {
            hits.append(
              hit(of: chain, signature: signature, in: document, veto: veto, entry: entry, number: number, document: index))
          }
        }
      }
    }
    return hits
  }

  /// Whether an odd number of double quotes that are not escaped stands before an offset.
  private static func isInsideString(_ offset: Int, of line: NormalizedLine) -> Bool {
    line.scalars.indices.prefix(offset).count { line.scalars[$0] == "\"" && ($0 == 0 || line.scalars[$0 - 1] != "\\") } % 2 == 1
  }

  /// The matches of a signature's patterns, each after the one before, on the same line or within the next 20.
  private func chains(of signature: IndexedSignature, in document: NormalizedDocument) -> [[PatternMatch]] {
    var chains = PatternScan(signature.lines[0]).matches(in: document).map { [$0] }
    for pattern in signature.lines.dropFirst() where !chains.isEmpty {
      let candidates = PatternScan(pattern).matches(in: document)
      chains = chains.compactMap { chain in
        let last = chain[chain.count - 1]
        let index = candidates.partitioningIndex { ($0.firstLine, $0.start) >= (last.lastLine, last.end) }
        guard index < candidates.count else { return nil }
        let distance = document.lines[candidates[index].firstLine].ordinal - document.lines[last.lastLine].ordinal
        guard distance <= nearby, Self.agree(candidates[index].captures, chain.flatMap(\.captures)) else { return nil }
        return chain + [candidates[index]]
      }
    }
    return chains
  }

  /// A name that stands twice captures equal text.
  private static func agree(_ captures: [Hit.Capture], _ earlier: [Hit.Capture]) -> Bool {
    captures.allSatisfy { capture in earlier.allSatisfy { $0.name != capture.name || $0.value == capture.value } }
  }

  private func hit(
    of chain: [PatternMatch], signature: IndexedSignature, in document: NormalizedDocument, veto: Veto, entry: Int, number: Int,
    document index: Int
  ) -> Hit {
    var heaviest = 0
    for part in chain.indices where signature.lines[part].weight > signature.lines[heaviest].weight { heaviest = part }
    var captures: [Hit.Capture] = []
    for capture in chain.flatMap(\.captures) where !captures.contains(where: { $0.name == capture.name }) { captures.append(capture) }
    let spans = chain.flatMap(\.spans)
    let anchorMatch = chain[heaviest]
    return Hit(
      entry: entry, signature: number, role: rows[entry].role, weight: signature.weight, document: index, spans: spans,
      anchor: anchorMatch.spans[0], captures: captures,
      isVetoed: veto.stands(near: spans[0].line...max(spans[0].line, spans[spans.count - 1].line)),
      isInsideString: index == 0 && Self.isInsideString(anchorMatch.start, of: document.lines[anchorMatch.firstLine]),
      isMention: anchorMatch.firstLine == anchorMatch.lastLine
        && Mention.isMention(anchorMatch.start..<anchorMatch.end, in: document.lines[anchorMatch.firstLine]))
  }
}

/// The lines on which an `unless` pattern of a signature matches.
private struct Veto {
  /// Rising.
  private let lines: [Int]

  init(_ patterns: [Signature], in text: NormalizedText) {
    let matches = patterns.flatMap { pattern in text.documents.flatMap { PatternScan(pattern).matches(in: $0) } }
    lines = matches.map { $0.spans[0].line }.sorted()
  }

  func stands(near range: ClosedRange<Int>) -> Bool {
    let index = lines.partitioningIndex { $0 >= range.lowerBound - nearby }
    return index < lines.count && lines[index] <= range.upperBound + nearby
  }
}

extension Array {
  /// The index of the first element for which the predicate holds, which must hold for all behind it.
  ///
  /// - Complexity: O(log n).
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
