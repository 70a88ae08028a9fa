/// A pattern for one line of the text that an error prints.
///
/// See the grammar in the project's documentation: literals, typed holes `{port}`, choices `{a|b}`, gaps `{...}` and the anchors `^`, `$`.
/// Two signatures are equal when their source texts are.
public struct Signature: Sendable, Hashable {
  /// The source, as written.
  public let text: String
  /// Whether it may match only at a start mark.
  package let isAnchoredAtStart: Bool
  /// Whether it may match only up to the end of a line.
  package let isAnchoredAtEnd: Bool
  package let elements: [SignatureElement]

  /// Reads a signature from its source.
  ///
  /// - Throws: `SignatureFailure` naming the first place that is outside the grammar or its limits.
  /// - Complexity: O(n) in the scalars of `text`.
  public init(_ text: String) throws(SignatureFailure) {
    var parser = SignatureParser(text)
    try parser.parse()
    self.text = text
    isAnchoredAtStart = parser.isAnchoredAtStart
    isAnchoredAtEnd = parser.isAnchoredAtEnd
    elements = parser.elements
  }

  /// The holes in order; a name may stand twice.
  public var holes: [SignatureHole] {
    elements.compactMap { if case .hole(let hole) = $0 { hole } else { nil } }
  }

  /// How much a match says: non-blank literal scalars, the shortest alternative of each choice, one for each hole.
  public var weight: Int { elements.reduce(0) { $0 + $1.weight } }

  public static func == (left: Signature, right: Signature) -> Bool { left.text == right.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A typed placeholder of a signature.
public struct SignatureHole: Sendable, Hashable {
  public let name: String
  public let type: HoleType
}

/// Why a text is not a signature.
public struct SignatureFailure: Error, Sendable, Equatable {
  /// What is wrong, in a sentence without a full stop.
  public let message: String
  /// How to mend it, in a sentence without a full stop.
  public let hint: String
  /// Where the wrong part begins, in Unicode scalars from the start of the source.
  public let offset: Int
  /// How many scalars are wrong; at least 1, even at the end of the source.
  public let length: Int
}

package enum SignatureElement: Sendable, Hashable {
  /// Normalised and case-folded scalars; a run of blanks is one blank.
  case literal([Unicode.Scalar])
  /// Alternatives in the order written, each like a literal; one may be empty.
  case choice([[Unicode.Scalar]])
  case hole(SignatureHole)
  case gap

  var weight: Int {
    switch self {
    case .literal(let scalars): Self.weight(of: scalars)
    case .choice(let alternatives): alternatives.map(Self.weight(of:)).min() ?? 0
    case .hole: 1
    case .gap: 0
    }
  }

  package func hash(into hasher: inout Hasher) {
    // Bytes at once: scalar by scalar takes many times as long.
    let combine = { (scalars: [Unicode.Scalar], hasher: inout Hasher) in
      hasher.combine(scalars.count)
      scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    switch self {
    case .literal(let scalars): combine(scalars, &hasher)
    case .choice(let alternatives): for scalars in alternatives { combine(scalars, &hasher) }
    case .hole(let hole): hasher.combine(hole)
    case .gap: hasher.combine(0)
    }
  }

  private static func weight(of scalars: [Unicode.Scalar]) -> Int { scalars.count { $0 != " " } }
}
