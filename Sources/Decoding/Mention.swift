/// What names an error is not always the error: prose, source code and the names of passed tests quote it too.
enum Mention {
  /// Whether a range of a line is told, not reported: inside one pair of backticks with three or more words outside of the pair
  /// (words before the line's last start mark do not count), in a line of source code, which carets underline, or in a line that reports success.
  ///
  /// - Complexity: O(n) in the scalars of both lines.
  static func isMention(_ range: Range<Int>, in line: NormalizedLine, before next: NormalizedLine?) -> Bool {
    isSuccess(line) || next.map(isUnderline) == true || isQuoted(range, in: line)
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

  private static func isQuoted(_ range: Range<Int>, in line: NormalizedLine) -> Bool {
    let scalars = line.scalars
    var opening: Range<Int>?
    var position = 0
    while let start = scalars[position...].firstIndex(of: "`") {
      let end = scalars[start...].firstIndex { $0 != "`" } ?? scalars.count
      position = end
      // A run of backticks closes a run of the same length.
      guard let open = opening else {
        if start >= range.lowerBound { return false }
        if let close = gnuQuoteEnd(in: scalars, from: end) { position = close } else { opening = start..<end }
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

  /// Runs of two or more letters.
  private static func words(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.split { !$0.isASCIILetter }.count { $0.count >= 2 }
  }
}
