/// Prose about an error is not the error: text between backticks on a line that says more.
enum Mention {
  /// Whether a range lies inside one pair of backticks, with three or more words outside of the pair; words before the line's last
  /// start mark do not count.
  ///
  /// - Complexity: O(n) in the line's scalars.
  static func isMention(_ range: Range<Int>, in line: NormalizedLine) -> Bool {
    let scalars = line.scalars
    var opening: Int?
    for index in scalars.indices where scalars[index] == "`" {
      guard let start = opening else {
        if index >= range.lowerBound { return false }
        opening = index
        continue
      }
      opening = nil
      if index >= range.upperBound {
        guard start < range.lowerBound else { return false }
        let first = min(line.startMarks.last ?? 0, start)
        return words(in: scalars[first..<start]) + words(in: scalars[(index + 1)...]) >= 3
      }
    }
    return false
  }

  /// Runs of two or more letters.
  private static func words(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.split { !$0.isASCIILetter }.count { $0.count >= 2 }
  }
}
