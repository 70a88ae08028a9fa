/// Finds lines that a terminal broke because they were wider than it.
///
/// What a terminal wraps has one look: no line is wider than the terminal, and each broken line is exactly as wide.
enum WrappedLines {
  /// Narrower than any terminal people paste from, or wider.
  private static let widths = 40...400
  /// Widths at which one full line is proof enough; at others it takes two.
  private static let usualWidths: Set = [80, 100, 120, 132, 160]

  /// Groups of lines to be read as one, each two or more, rising.
  ///
  /// - Complexity: O(n) in the lines.
  static func groups(in lines: [NormalizedLine]) -> [Range<Int>] {
    let width = lines.map(\.scalars.count).max() ?? 0
    guard widths.contains(width) else { return [] }
    // The last line cannot go on.
    let full = lines.indices.dropLast().filter { lines[$0].scalars.count == width }
    guard full.count >= 2 || (full.count == 1 && usualWidths.contains(width)) else { return [] }
    var groups: [Range<Int>] = []
    for index in full {
      if let last = groups.last, last.upperBound == index + 1, last.count * width < Normalizer.longestLine {
        groups[groups.count - 1] = last.lowerBound..<(index + 2)
      } else {
        groups.append(index..<(index + 2))
      }
    }
    return groups
  }
}
