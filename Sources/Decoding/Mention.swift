/// What names an error is not always the error: prose, source code and the names of passed tests quote it too.
///
/// A line is read once, whatever the number of matches in it.
struct Mention {
  /// Whether the whole line only tells: a line of source code, which carets underline, or one that reports success.
  private let isTold: Bool
  /// A run of backticks and the next of the same length, with three or more words outside of the two.
  private struct Pair {
    let opening: Int
    let closing: Int
    let isInProse: Bool
  }

  /// By rising places; one begins behind the end of the one before.
  private let pairs: [Pair]

  /// - Parameter next: The line that follows.
  /// - Complexity: O(n) in the scalars of both lines.
  init(_ line: NormalizedLine, before next: NormalizedLine?) {
    isTold = Self.isSuccess(line) || next.map(Self.isUnderline) == true
    pairs = Self.pairs(in: line.scalars, behind: line.startMarks.last ?? 0)
  }

  /// Whether a range is told, not reported: by its whole line, or inside one pair of backticks with three or more words outside of the pair;
  /// words before the line's last start mark do not count.
  ///
  /// - Complexity: O(log n) in the line's scalars.
  func isMention(_ range: Range<Int>) -> Bool {
    if isTold { return true }
    let index = pairs.partitioningIndex { $0.closing >= range.upperBound }
    return index < pairs.count && pairs[index].opening < range.lowerBound && pairs[index].isInProse
  }

  /// `✓ retries`, `ok 1 - retries`: a check mark among what stands before the text, or TAP.
  private static func isSuccess(_ line: NormalizedLine) -> Bool {
    let mark = line.startMarks.last ?? 0
    let text = line.scalars[mark...]
    if line.scalars[..<mark].contains(where: isCheckMark) || text.first.map(isCheckMark) == true { return true }
    return text.starts(with: ["o", "k", " "]) && text.dropFirst(3).first?.isDigit == true
  }

  private static func isCheckMark(_ scalar: Unicode.Scalar) -> Bool { ["✓", "✔", "√", "☑", "✅"].contains(scalar) }

  /// `    ^~~~`: what compilers and interpreters put under the source they quote.
  private static func isUnderline(_ line: NormalizedLine) -> Bool {
    let text = line.scalars[(line.startMarks.last ?? 0)...]
    return text.allSatisfy { $0 == "^" || $0 == "~" || $0 == " " } && text.contains { $0 != " " }
  }

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
        if let close = gnuQuoteEnd(in: scalars, from: end) { position = close } else { opening = start..<end }
        continue
      }
      guard open.count == end - start else { continue }
      opening = nil
      let before = words[min(mark, open.lowerBound)] - words[open.lowerBound]
      pairs.append(Pair(opening: open.lowerBound, closing: start, isInProse: before + words[end] >= 3))
    }
    return pairs
  }

  /// Behind the apostrophe that closes an old GNU or Ruby quotation, as in "`main':"; nil where another quote or no quote follows.
  private static func gnuQuoteEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard let quote = scalars[start...].firstIndex(where: \.isQuote), closesGNUQuote(scalars, at: quote, from: start) else { return nil }
    return quote + 1
  }

  /// Whether an apostrophe stands behind a word and before none.
  static func closesGNUQuote(_ scalars: [Unicode.Scalar], at quote: Int, from start: Int) -> Bool {
    scalars[quote] == "'" && quote > start && scalars[quote - 1] != " "
      && !(quote + 1 < scalars.count && scalars[quote + 1].isWordScalar)
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
}
