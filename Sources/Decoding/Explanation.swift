/// Why an entry is, or is not, in the answer to a text.
public struct Explanation: Sendable {
  /// A place where one of the entry's signatures matched.
  public struct Match: Sendable {
    /// The signature's number in the entry, from 1 on.
    public let signature: Int
    public let evidence: Diagnosis.Evidence
    public let captures: [Diagnosis.Capture]
    public let weight: Int
    public let fate: Fate
  }

  /// What became of a match.
  public enum Fate: Sendable, Equatable {
    /// It is the place that the entry is judged by.
    case first
    /// The entry has an earlier or heavier match; this one may add values.
    case later
    /// It stands amid prose, in source code or in the name of a passed test.
    case mentioned
    /// It was read with its escapes: only the text without them counts.
    case escaped
    /// An `unless` pattern of its signature matches within 20 lines.
    case vetoed
    /// A longer or heavier match of another entry claims its text.
    case covered(by: String, line: Int)
  }

  /// An entry that comes before this one in the answer, and why.
  public struct Better: Sendable {
    public enum Reason: Sendable { case role, line, weight, order }

    public let slug: String
    public let reason: Reason
  }

  /// The furthest that a signature of the entry reached in a line, when none matched.
  public struct Nearest: Sendable {
    public let signature: Int
    /// The pattern and the line; its one span is the place where the next part of the pattern was wanted, perhaps behind the line's end.
    public let evidence: Diagnosis.Evidence
    /// What was wanted there, as the pattern writes it.
    public let wanted: String
  }

  public let entry: IndexedEntry
  /// In the order of the text; at most 100.
  public let matches: [Match]
  public let better: [Better]
  public let nearest: Nearest?
  /// Whether the entry is in the answer.
  public let isInAnswer: Bool
}

extension ErrorDecoder {
  /// Why an entry is, or is not, in the answer to a text; nil when the index has no entry of that slug.
  ///
  /// - Throws: `IndexFailure` when the index's JSON is not what its tables say.
  /// - Complexity: O(n) in the bytes; without a match, times the entry's signatures.
  public func explain(_ slug: String, in text: [UInt8]) throws(IndexFailure) -> Explanation? {
    guard let index = tables.entries(named: slug).first else { return nil }
    let entry = try entry(at: index)
    var session = DecodingSession(matcher, traced: index)
    try session.append(text)
    let ranked = try session.finish().ranked
    let own = ranked.firstIndex { $0.hit.entry == index }
    let matches = session.fates.map { hit, fate in
      Explanation.Match(
        signature: hit.signature + 1, evidence: evidence(of: hit, occurrences: 1),
        captures: hit.captures.map { Diagnosis.Capture(name: $0.name, value: $0.value) }.sorted { $0.name < $1.name }, weight: hit.weight,
        fate: publicFate(fate, isFirst: own.map { ranked[$0].hit == hit } ?? false))
    }
    let better = own.map { own in
      ranked[..<own].map { Explanation.Better(slug: tables.slug(of: $0.hit.entry), reason: Self.reason($0.hit, before: ranked[own].hit)) }
    }
    return Explanation(
      entry: entry, matches: matches.sorted { ($0.evidence.line, $0.evidence.column) < ($1.evidence.line, $1.evidence.column) },
      better: better ?? [], nearest: matches.isEmpty ? FurthestReach.nearest(of: entry, in: text) : nil, isInAnswer: own != nil)
  }

  private func publicFate(_ fate: Ranker.Fate, isFirst: Bool) -> Explanation.Fate {
    switch fate {
    case .counted: isFirst ? .first : .later
    case .mentioned: .mentioned
    case .escaped: .escaped
    case .vetoed: .vetoed
    case .covered(let other): .covered(by: tables.slug(of: other.entry), line: other.anchor.line)
    }
  }

  private static func reason(_ other: Hit, before hit: Hit) -> Explanation.Better.Reason {
    if other.role != hit.role { return .role }
    if other.anchor.line != hit.anchor.line || other.row != hit.row { return .line }
    return other.weight != hit.weight ? .weight : .order
  }
}
