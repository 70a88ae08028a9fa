/// Finds lines that a terminal broke because they were wider than it.
///
/// What a terminal wraps has one look: no line is wider than the terminal, and each broken line is exactly as wide. Log lines that say
/// the same again are equally wide too, so two lines prove a width only when they differ by more than digits.
enum WrappedLines {
  /// Narrower than any terminal people paste from, or wider.
  private static let widths = 40...400

  /// Groups of lines to be read as one, each two or more, rising.
  ///
  /// - Complexity: O(n) in the lines.
  static func groups(in lines: [NormalizedLine]) -> [Range<Int>] {
    let width = lines.map(\.scalars.count).max() ?? 0
    guard widths.contains(width) else { return [] }
    // A line that begins with a prefix of its own, or is indented, does not go on where the one before it ended.
    let broken = lines.indices.dropLast().filter { lines[$0].scalars.count == width && lines[$0 + 1].startMarks.count == 1 }
    guard Set(broken.map { withoutDigits(lines[$0].scalars) }).count >= 2 else { return [] }
    var groups: [Range<Int>] = []
    for index in broken {
      if let last = groups.last, last.upperBound == index + 1, last.count * width < Normalizer.longestLine {
        groups[groups.count - 1] = last.lowerBound..<(index + 2)
      } else {
        groups.append(index..<(index + 2))
      }
    }
    return groups
  }

  private static func withoutDigits(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] { scalars.map { $0.isDigit ? "0" : $0 } }
}
