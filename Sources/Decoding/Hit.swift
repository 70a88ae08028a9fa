/// One place where a signature of an entry matched.
package struct Hit: Sendable, Equatable {
  /// A range of columns in a line as pasted, both 1-based.
  package struct Span: Sendable, Equatable {
    package let line: Int
    package let columns: Range<Int>
  }

  package struct Capture: Sendable, Equatable {
    package let name: String
    package let value: String
    package let span: Span

    /// Scalar by scalar, never by canonical equivalence.
    func hasValue(of other: Capture) -> Bool { value.utf8.elementsEqual(other.value.utf8) }
  }

  /// The entry's and the signature's places in the index.
  package let entry: Int
  package let signature: Int
  package let role: Role
  package let weight: Int
  /// The document: 0 for the text itself, from 1 on for lines of it read through their escapes.
  package let document: Int
  /// Every part of the match, in order; a part that reaches over two lines has a span in each.
  package let spans: [Span]
  /// The span of the heaviest part: the place that the hit is judged by.
  package let anchor: Span
  package let captures: [Capture]
  /// The anchor's line.
  package let line: PastedLine
  /// Whether an `unless` pattern matched nearby: such a hit covers others, and goes then.
  package internal(set) var isVetoed = false
  /// On which row the anchor stands when its line is read through its escapes, 1 for the first; 0 for a line without escapes.
  package let row: Int
  /// Whether its text, as pasted, holds a part of an escape: it is read without escapes, or not at all.
  package let isEscaped: Bool
  /// Whether it is told rather than reported: amid prose, in source code, in the name of a passed test.
  package let isMention: Bool

  /// The lines from the first to the last span.
  var lines: ClosedRange<Int> { spans[0].line...max(spans[0].line, spans[spans.count - 1].line) }
}

/// A line as pasted, or the piece of a very long one that matters.
package struct PastedLine: Sendable, Equatable {
  /// Parts that are not UTF-8 are U+FFFD.
  package let text: String
  /// The column of its first scalar, 1-based.
  package let column: Int
}

/// How far apart lines may be that belong together.
package let nearby = 20
