import Synchronization

/// What guesses are made with: most texts match and need none.
private final class LazyNearest: Sendable {
  private let nearest = Mutex<Nearest?>(nil)

  func value(_ tables: IndexTables) throws(IndexFailure) -> Nearest {
    if let known = nearest.withLock(\.self) { return known }
    let made = try Nearest(tables)
    nearest.withLock { $0 = made }
    return made
  }
}

/// Decodes raw text, and finds entries by name, with one index.
public struct ErrorDecoder: Sendable {
  public let tables: IndexTables
  let matcher: Matcher
  private let nearest = LazyNearest()
  /// The entry of a number.
  private let readEntry: @Sendable (Int) throws(IndexFailure) -> IndexedEntry

  /// A decoder over tables made before, and the JSON they were made from.
  ///
  /// - Parameter entryJSON: The bytes of `index.json` in a range; asked for the entries of an answer only.
  public init(tables: IndexTables, entryJSON: @escaping @Sendable (Range<Int>) -> [UInt8]) {
    self.init(tables) { index throws(IndexFailure) in
      do throws(JSONScanner.Failure) {
        var scanner = JSONScanner(entryJSON(tables.row(index).bytes))
        return try IndexedEntry(from: &scanner)
      } catch {
        throw IndexFailure(error)
      }
    }
  }

  /// A decoder over an `index.json`.
  ///
  /// - Throws: `IndexFailure` for other text than an index, and for an index of another schema.
  public init(indexJSON: [UInt8]) throws(IndexFailure) {
    self.init(tables: try IndexTables(json: indexJSON)) { Array(indexJSON[$0]) }
  }

  /// A decoder over an index in memory, which need not be written and read for that.
  ///
  /// - Parameter perform: Looks at signatures side by side; the decoder is the same without it.
  public init(_ index: SearchIndex, perform: DecodingSession.Performer? = nil) {
    let patterns = index.entries.flatMap { $0.signatures.flatMap { $0.lines + $0.unless } }
    self.init(IndexTables(index, perform: perform), patterns: patterns) { index.entries[$0] }
  }

  private init(
    _ tables: IndexTables, patterns: [Signature] = [], readEntry: @escaping @Sendable (Int) throws(IndexFailure) -> IndexedEntry
  ) {
    self.tables = tables
    self.readEntry = readEntry
    matcher = Matcher(tables, patterns: patterns)
  }

  /// What the text holds, or what it resembles when that is nothing.
  ///
  /// - Parameter text: Raw bytes of any kind: UTF-8 or UTF-16, with colours, log prefixes, escapes.
  /// - Throws: `IndexFailure` when the index's JSON is not what its tables say.
  /// - Complexity: O(n) in the bytes.
  public func decode(_ text: [UInt8]) throws(IndexFailure) -> Answer {
    var session = session()
    try session.append(text)
    return try finish(&session)
  }

  /// What the text holds, the answer first; empty when nothing matched. As `decode`, without guesses.
  public func diagnose(_ text: [UInt8]) throws(IndexFailure) -> [Diagnosis] {
    var session = session()
    try session.append(text)
    return try diagnoses(of: session.finish().ranked)
  }

  /// A session that decodes a text which comes in parts.
  ///
  /// - Parameter perform: Searches parts of the text side by side; on one core without it.
  public func session(perform: DecodingSession.Performer? = nil) -> DecodingSession {
    DecodingSession(matcher, blockSize: perform == nil ? 4 << 20 : 8 << 20, perform: perform)
  }

  /// Ends a session: what its text holds, or what it resembles when that is nothing.
  public func finish(_ session: inout DecodingSession) throws(IndexFailure) -> Answer {
    let (ranked, lines) = try session.finish()
    let diagnoses = try diagnoses(of: ranked)
    return Answer(diagnoses: diagnoses, nearest: diagnoses.isEmpty ? try guesses(for: lines) : [])
  }

  private func diagnoses(of ranked: [Ranker.Ranked]) throws(IndexFailure) -> [Diagnosis] {
    let firstCause = ranked.first { $0.hit.role == .cause }.map { tables.slug(of: $0.hit.entry) }
    var diagnoses: [Diagnosis] = []
    for answer in ranked {
      diagnoses.append(
        Diagnosis(
          entry: try entry(at: answer.hit.entry),
          evidence: evidence(of: answer.hit, occurrences: answer.occurrences),
          captures: answer.captures.map { Diagnosis.Capture(name: $0.name, value: $0.value) },
          wraps: answer.hit.role == .cause ? nil : firstCause))
    }
    return diagnoses
  }

  /// The entries with a name: the one with that slug, else all that have it as code or alias, whatever the case.
  public func lookUp(_ name: String) throws(IndexFailure) -> [Diagnosis] {
    var diagnoses: [Diagnosis] = []
    for index in tables.entries(named: name) {
      diagnoses.append(Diagnosis(entry: try entry(at: index), evidence: nil, captures: [], wraps: nil))
    }
    return diagnoses
  }

  private func guesses(for lines: [NormalizedLine]) throws(IndexFailure) -> [Guess] {
    try nearest.value(tables).guesses(for: lines)
  }

  func entry(at index: Int) throws(IndexFailure) -> IndexedEntry { try readEntry(index) }

  func evidence(of hit: Hit, occurrences: Int) -> Diagnosis.Evidence {
    let parts = hit.spans.map { Diagnosis.Evidence.Span(line: $0.line, columns: $0.columns, name: nil) }
    let captures = hit.captures.map { Diagnosis.Evidence.Span(line: $0.span.line, columns: $0.span.columns, name: $0.name) }
    return Diagnosis.Evidence(
      line: hit.anchor.line, column: hit.anchor.columns.lowerBound, occurrences: occurrences,
      text: hit.line.text, textColumn: hit.line.column,
      signature: tables.source(ofSignature: hit.signature, entry: hit.entry),
      spans: parts + captures)
  }
}
