/// Finds the hits whose text another entry's longer match claims.
enum Cover {
  /// A span of a hit, as a candidate for covering.
  private struct Candidate {
    let hit: Int
    let columns: Range<Int>
  }

  /// The two best values from different entries: enough to know the best that is not of a given entry.
  private struct Best {
    private var first = (value: Int.min, entry: -1)
    private var second = Int.min

    mutating func add(_ value: Int, entry: Int) {
      if entry == first.entry {
        first.value = max(first.value, value)
      } else if value > first.value {
        second = first.value
        first = (value, entry)
      } else {
        second = max(second, value)
      }
    }

    func value(notOf entry: Int) -> Int { entry == first.entry ? second : first.value }
  }

  /// For each hit, whether a hit of another entry with the same or a better role has a span on its line that contains its anchor and
  /// is longer, or equal and the hit heavier.
  ///
  /// - Complexity: O(n log n) in the spans.
  static func covered(_ hits: [Hit]) -> [Bool] {
    var covered = Array(repeating: false, count: hits.count)
    // None is covered by its own entry.
    guard hits.contains(where: { $0.entry != hits[0].entry }) else { return covered }
    var lines: [Int: [Candidate]] = [:]
    for (index, hit) in hits.enumerated() {
      for span in hit.spans { lines[span.line, default: []].append(Candidate(hit: index, columns: span.columns)) }
    }
    var anchors: [Int: [Int]] = [:]
    for (index, hit) in hits.enumerated() { anchors[hit.anchor.line, default: []].append(index) }
    for (line, indices) in anchors {
      for role in Role.allCases {
        let candidates = (lines[line] ?? []).filter { hits[$0.hit].role <= role }
        mark(indices.filter { hits[$0].role == role }, by: candidates, hits: hits, in: &covered)
      }
    }
    return covered
  }

  /// A hit that covers another, tried one by one.
  static func cover(of index: Int, in hits: [Hit]) -> Hit? {
    let hit = hits[index]
    return hits.first { other in
      other.entry != hit.entry && other.role <= hit.role
        && other.spans.contains { span in
          guard span.line == hit.anchor.line, span.columns.lowerBound <= hit.anchor.columns.lowerBound,
            span.columns.upperBound >= hit.anchor.columns.upperBound
          else { return false }
          return span.columns.count > hit.anchor.columns.count || other.weight > hit.weight
        }
    }
  }

  private static func mark(_ indices: [Int], by candidates: [Candidate], hits: [Hit], in covered: inout [Bool]) {
    let sorted = candidates.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    let rising = indices.sorted { hits[$0].anchor.columns.lowerBound < hits[$1].anchor.columns.lowerBound }
    var earlier = Best()
    var next = 0
    var groupStart = Int.min
    var group = Best()
    var weights: [Int: Best] = [:]
    for index in rising {
      let anchor = hits[index].anchor.columns
      while next < sorted.count, sorted[next].columns.lowerBound < anchor.lowerBound {
        earlier.add(sorted[next].columns.upperBound, entry: hits[sorted[next].hit].entry)
        next += 1
      }
      if groupStart != anchor.lowerBound {
        groupStart = anchor.lowerBound
        group = Best()
        weights = [:]
        // Spans that begin where the anchor does: a longer one covers it, an equal one only when its hit is heavier.
        for candidate in sorted[next...].prefix(while: { $0.columns.lowerBound == anchor.lowerBound }) {
          let hit = hits[candidate.hit]
          group.add(candidate.columns.upperBound, entry: hit.entry)
          weights[candidate.columns.upperBound, default: Best()].add(hit.weight, entry: hit.entry)
        }
      }
      let entry = hits[index].entry
      covered[index] =
        earlier.value(notOf: entry) >= anchor.upperBound || group.value(notOf: entry) > anchor.upperBound
        || (weights[anchor.upperBound]?.value(notOf: entry) ?? Int.min) > hits[index].weight
    }
  }
}
