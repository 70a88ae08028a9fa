/// A segment made comparable, or a line of one read through its escapes.
package struct NormalizedLine: Sendable, Equatable {
  /// The line's number in the text as pasted, 1-based.
  package let number: Int
  /// Where it stands among the lines of its document, for distances: its number, or its place in an escaped line.
  package let ordinal: Int
  /// Which segment of its line it is, from 0 on.
  package let segment: Int
  package var scalars: [Unicode.Scalar]
  /// For each scalar, its 1-based column in the line as pasted, counted in Unicode scalars.
  package var columns: [Int32]
  /// The column after the last scalar's.
  package var endColumn: Int32
  /// Where the text may begin once log prefixes are passed over: offsets in `scalars`, rising, the first is 0.
  package var startMarks: [Int]
  /// Whether it is a line of a view.
  let isOfView: Bool
  /// The line read through its escapes; nil for one without, and for a line of such a view.
  private(set) var views: EscapedView.Views?

  init(
    number: Int, ordinal: Int, segment: Int, scalars: [Unicode.Scalar], columns: [Int32], endColumn: Int32, startMarks: [Int],
    isOfView: Bool = false
  ) {
    self.isOfView = isOfView
    (self.number, self.ordinal, self.segment) = (number, ordinal, segment)
    (self.scalars, self.columns, self.endColumn, self.startMarks) = (scalars, columns, endColumn, startMarks)
  }

  /// The line with its views made.
  func withViews() -> NormalizedLine {
    var line = self
    line.views = EscapedView.views(of: self)
    return line
  }

  /// The columns, in the line as pasted, of a range of scalars.
  package func columnRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let column = Int(range.lowerBound < columns.count ? columns[range.lowerBound] : endColumn)
      return column..<column
    }
    return Int(columns[range.lowerBound])..<Int(columns[range.upperBound - 1]) + 1
  }

  /// As bytes that a scan can search.
  var foldedBytes: [UInt8] { scalars.foldedBytes }

  /// Behind the last scalar that is no blank.
  var contentEnd: Int { (scalars.lastIndex { $0 != " " } ?? -1) + 1 }
}

extension [Unicode.Scalar] {
  /// In UTF-8, ASCII letters in lower case.
  var foldedBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for scalar in self {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value).folded)
      } else {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return bytes
  }
}
