/// Orders hits into the answer, by integers alone, so that every engine agrees.
enum Ranker {
  /// The hits of one entry that stand for it, best entry first.
  struct Ranked {
    let hit: Hit
    /// The first hit's captures, then those that later hits nearby add.
    let captures: [Hit.Capture]
    /// How many places of the text the first hit's signature matches with the same values.
    let occurrences: Int
  }

  /// - Complexity: O(n log n) in the hits.
  static func rank(_ hits: [Hit], slugs: [String]) -> [Ranked] {
    let stated = withoutEscapedTwins(hits.filter { !$0.isMention })
    let covered = Cover.covered(stated)
    let kept = stated.indices.filter { !covered[$0] && !stated[$0].isVetoed }.map { stated[$0] }
    let ordered = kept.sorted { precedes($0, $1, slugs: slugs) }
    var places: [Int: Int] = [:]
    var groups: [[Hit]] = []
    for hit in ordered {
      if let index = places[hit.entry] {
        groups[index].append(hit)
      } else {
        places[hit.entry] = groups.count
        groups.append([hit])
      }
    }
    return groups.map(merge)
  }

  /// Drops what was read inside a quoted string with its escapes, where the entry's text begins at the same place once unescaped.
  private static func withoutEscapedTwins(_ hits: [Hit]) -> [Hit] {
    let place = { (hit: Hit) in [hit.entry, hit.anchor.line, hit.anchor.columns.lowerBound] }
    let unescaped = Set(hits.filter { $0.document > 0 }.map(place))
    return hits.filter { !$0.isInsideString || !unescaped.contains(place($0)) }
  }

  private static func precedes(_ left: Hit, _ right: Hit, slugs: [String]) -> Bool {
    if left.role != right.role { return left.role < right.role }
    if left.anchor.line != right.anchor.line { return left.anchor.line < right.anchor.line }
    if left.weight != right.weight { return left.weight > right.weight }
    let (leftColumn, rightColumn) = (left.anchor.columns.lowerBound, right.anchor.columns.lowerBound)
    if leftColumn != rightColumn { return leftColumn < rightColumn }
    if left.entry != right.entry { return slugs[left.entry].utf8.lexicographicallyPrecedes(slugs[right.entry].utf8) }
    return (left.signature, left.document) < (right.signature, right.document)
  }

  private static func merge(_ hits: [Hit]) -> Ranked {
    let first = hits[0]
    var captures = first.captures
    var places: Set<[Int]> = []
    for hit in hits {
      if hit.signature == first.signature, hit.captures.map(\.value) == first.captures.map(\.value) {
        places.insert([hit.anchor.line, hit.anchor.columns.lowerBound])
      }
      // What reads the same text in another way has nothing to add: `in use 127.0.0.1:80` is no path.
      guard abs(hit.anchor.line - first.anchor.line) <= nearby, !overlaps(hit, first) else { continue }
      for capture in hit.captures where !captures.contains(where: { $0.name == capture.name }) { captures.append(capture) }
    }
    return Ranked(hit: first, captures: captures, occurrences: places.count)
  }

  private static func overlaps(_ left: Hit, _ right: Hit) -> Bool {
    left.spans.contains { span in right.spans.contains { $0.line == span.line && $0.columns.overlaps(span.columns) } }
  }
}
