/// Prose about an error is not the error: text between backticks on a line that says more.
enum Mention {
  /// Whether a range lies inside one pair of backticks, with three or more words outside of the pair; words before the line's last
  /// start mark do not count.
  ///
  /// - Complexity: O(n) in the line's scalars.
  static func isMention(_ range: Range<Int>, in line: NormalizedLine) -> Bool {
    let scalars = line.scalars
    var opening: Range<Int>?
    var position = 0
    while let start = scalars[position...].firstIndex(of: "`") {
      let end = scalars[start...].firstIndex { $0 != "`" } ?? scalars.count
      position = end
      // A run of backticks closes a run of the same length.
      guard let open = opening else {
        if start >= range.lowerBound { return false }
        opening = start..<end
        continue
      }
      guard open.count == end - start else { continue }
      opening = nil
      if start >= range.upperBound {
        guard open.lowerBound < range.lowerBound else { return false }
        let first = min(line.startMarks.last ?? 0, open.lowerBound)
        return words(in: scalars[first..<open.lowerBound]) + words(in: scalars[end...]) >= 3
      }
    }
    return false
  }

  /// Whether an odd number of double quotes that are not escaped stands before an offset.
  static func isInsideString(_ offset: Int, of line: NormalizedLine) -> Bool {
    line.scalars.indices.prefix(offset).count { line.scalars[$0] == "\"" && ($0 == 0 || line.scalars[$0 - 1] != "\\") } % 2 == 1
  }

  /// Runs of two or more letters.
  private static func words(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.split { !$0.isASCIILetter }.count { $0.count >= 2 }
  }
}
