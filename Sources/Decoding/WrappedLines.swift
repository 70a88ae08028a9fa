/// Finds lines that a terminal broke because they were wider than it.
///
/// What a terminal wraps has one look: no line is wider than the terminal, and each broken line is exactly as wide. Log lines that say
/// the same again are equally wide too, so two lines prove a width only when they differ by more than digits.
enum WrappedLines {
  /// Narrower than any terminal people paste from, or wider.
  private static let widths = 40...400

  /// Groups of lines to be read as one, each two or more, rising.
  ///
  /// - Parameters:
  ///   - widths: Of all lines, in scalars.
  ///   - line: A line made comparable; asked for few of them.
  /// - Complexity: O(n) in the lines.
  static func groups(widths: [Int], line: (Int) -> NormalizedLine) -> [Range<Int>] {
    let width = widths.max() ?? 0
    guard Self.widths.contains(width) else { return [] }
    // A line that begins with a prefix of its own, or is indented, does not go on where the one before it ended.
    let broken = widths.indices.dropLast().filter { widths[$0] == width && line($0 + 1).startMarks.count == 1 }
    guard broken.count >= 2, Set(broken.map { withoutDigits(line($0).scalars) }).count >= 2 else { return [] }
    var groups: [Range<Int>] = []
    for index in broken {
      if let last = groups.last, last.upperBound == index + 1, last.count * width < Segment.longest {
        groups[groups.count - 1] = last.lowerBound..<(index + 2)
      } else {
        groups.append(index..<(index + 2))
      }
    }
    return groups
  }

  private static func withoutDigits(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] { scalars.map { $0.isDigit ? "0" : $0 } }
}
