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
  }

  /// The entry's and the signature's places in the index.
  package let entry: Int
  package let signature: Int
  package let role: Role
  package let weight: Int
  /// The document of the normalised text, 0 for the text itself.
  package let document: Int
  /// Every part of the match, in order; a part that reaches over two lines has a span in each.
  package let spans: [Span]
  /// The span of the heaviest part: the place that the hit is judged by.
  package let anchor: Span
  package let captures: [Capture]
  /// Whether an `unless` pattern matched nearby: such a hit covers others, and goes then.
  package let isVetoed: Bool
  /// Whether it is read from the line as pasted, inside a quoted string: an escaped view of the line then reads it better.
  package let isInsideString: Bool
  /// Whether it stands between backticks amid prose.
  package let isMention: Bool
}

/// How far apart lines may be that belong together.
package let nearby = 20
