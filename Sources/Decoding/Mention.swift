/// Prose about an error is not the error: text between backticks on a line that says more.
///
/// A line is read once, whatever the number of matches in it.
struct Mention {
  /// A run of backticks and the next of the same length, with three or more words outside of the two.
  private struct Pair {
    let opening: Int
    let closing: Int
    let isInProse: Bool
  }

  /// By rising places; one begins behind the end of the one before.
  private let pairs: [Pair]
  /// Offsets of the double quotes that are not escaped, rising.
  private let quotes: [Int]

  /// - Complexity: O(n) in the line's scalars.
  init(_ line: NormalizedLine) {
    let scalars = line.scalars
    quotes = scalars.indices.filter { scalars[$0] == "\"" && ($0 == 0 || scalars[$0 - 1] != "\\") }
    pairs = Self.pairs(in: scalars, behind: line.startMarks.last ?? 0)
  }

  /// Whether a range lies inside one pair of backticks, with three or more words outside of the pair; words before the line's last
  /// start mark do not count.
  ///
  /// - Complexity: O(log n) in the line's scalars.
  func isMention(_ range: Range<Int>) -> Bool {
    let index = Self.firstIndex(in: pairs) { $0.closing >= range.upperBound }
    return index < pairs.count && pairs[index].opening < range.lowerBound && pairs[index].isInProse
  }

  /// Whether an odd number of double quotes that are not escaped stands before an offset.
  ///
  /// - Complexity: O(log n) in the line's scalars.
  func isInsideString(_ offset: Int) -> Bool { Self.firstIndex(in: quotes) { $0 >= offset } % 2 == 1 }

  private static func pairs(in scalars: [Unicode.Scalar], behind mark: Int) -> [Pair] {
    guard scalars.contains("`") else { return [] }
    let words = wordCounts(in: scalars)
    var pairs: [Pair] = []
    var opening: Range<Int>?
    var position = 0
    while let start = scalars[position...].firstIndex(of: "`") {
      let end = scalars[start...].firstIndex { $0 != "`" } ?? scalars.count
      position = end
      // A run of backticks closes a run of the same length.
      guard let open = opening else {
        opening = start..<end
        continue
      }
      guard open.count == end - start else { continue }
      opening = nil
      let before = words[min(mark, open.lowerBound)] - words[open.lowerBound]
      pairs.append(Pair(opening: open.lowerBound, closing: start, isInProse: before + words[end] >= 3))
    }
    return pairs
  }

  /// For each offset, how many runs of two or more letters the text has from there on.
  private static func wordCounts(in scalars: [Unicode.Scalar]) -> [Int] {
    var counts = Array(repeating: 0, count: scalars.count + 1)
    var letters = 0
    for index in scalars.indices.reversed() {
      letters = scalars[index].isASCIILetter ? letters + 1 : 0
      counts[index] = counts[index + 1] + (letters == 2 ? 1 : 0)
    }
    return counts
  }

  /// The first index from which on a condition holds; the count when it holds for none.
  private static func firstIndex<Element>(in elements: [Element], where holds: (Element) -> Bool) -> Int {
    var range = 0..<elements.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = holds(elements[middle]) ? range.lowerBound..<middle : (middle + 1)..<range.upperBound
    }
    return range.lowerBound
  }
}
