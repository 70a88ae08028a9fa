/// Raw text made comparable: one or more documents of lines, each scalar with the place it came from.
///
/// The first document is the text itself; each further one is a line of it read through its escapes (`\n`, `\"`, `\u001b`).
package struct NormalizedText: Sendable {
  package let documents: [NormalizedDocument]
  /// The lines as pasted, without their ends; line 1 is at index 0.
  package let pastedLines: [ArraySlice<UInt8>]

  /// A line as pasted; parts that are not UTF-8 become U+FFFD.
  ///
  /// - Parameter number: 1-based.
  package func pastedLine(_ number: Int) -> String { String(decoding: pastedLines[number - 1], as: UTF8.self) }
}

/// Lines that follow one another.
package struct NormalizedDocument: Sendable {
  package let lines: [NormalizedLine]
  /// Lines that a terminal made of one, each group two or more, rising: indices into `lines`.
  package let wrapped: [Range<Int>]

  package init(lines: [NormalizedLine], wrapped: [Range<Int>] = []) {
    self.lines = lines
    self.wrapped = wrapped
  }
}

/// A line, or the part of a line between carriage returns, or a piece of a very long line.
package struct NormalizedLine: Sendable, Equatable {
  /// The line's number in the text as pasted, 1-based.
  package let number: Int
  /// Where it stands among the lines of its document, for distances: its number, or its place in an escaped line.
  package let ordinal: Int
  package var scalars: [Unicode.Scalar]
  /// For each scalar, its 1-based column in the line as pasted, counted in Unicode scalars.
  package var columns: [Int32]
  /// The column after the last scalar's.
  package var endColumn: Int32
  /// Where the text may begin once log prefixes are passed over: offsets in `scalars`, rising, the first is 0.
  package var startMarks: [Int]

  /// The columns, in the line as pasted, of a range of scalars.
  package func columnRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let column = Int(range.lowerBound < columns.count ? columns[range.lowerBound] : endColumn)
      return column..<column
    }
    return Int(columns[range.lowerBound])..<Int(columns[range.upperBound - 1]) + 1
  }
}
