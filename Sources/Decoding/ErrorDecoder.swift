/// Decodes raw text, and finds entries by name, with one index.
public struct ErrorDecoder: Sendable {
  public let tables: IndexTables
  private let matcher: Matcher
  /// The bytes of `index.json` in a range.
  private let entryJSON: @Sendable (Range<Int>) -> [UInt8]

  /// A decoder over tables made before, and the JSON they were made from.
  ///
  /// - Parameter entryJSON: The bytes of `index.json` in a range; asked for the entries of an answer only.
  public init(tables: IndexTables, entryJSON: @escaping @Sendable (Range<Int>) -> [UInt8]) {
    self.tables = tables
    self.entryJSON = entryJSON
    matcher = Matcher(tables)
  }

  /// A decoder over an `index.json`.
  ///
  /// - Throws: `IndexFailure` for other text than an index, and for an index of another schema.
  public init(indexJSON: [UInt8]) throws(IndexFailure) {
    self.init(tables: try IndexTables(json: indexJSON)) { Array(indexJSON[$0]) }
  }

  /// What the text holds, or what it resembles when that is nothing.
  ///
  /// - Parameter text: Raw bytes of any kind: UTF-8 or UTF-16, with colours, log prefixes, escapes.
  /// - Throws: `IndexFailure` when the index's JSON is not what its tables say.
  /// - Complexity: O(n) in the bytes for each signature.
  public func decode(_ text: [UInt8]) throws(IndexFailure) -> Answer {
    let normalized = Normalizer.normalize(text)
    let diagnoses = try diagnose(normalized)
    return Answer(diagnoses: diagnoses, nearest: diagnoses.isEmpty ? Nearest.guesses(for: normalized, in: tables.rows) : [])
  }

  /// What the text holds, the answer first; empty when nothing matched. As `decode`, without guesses.
  public func diagnose(_ text: [UInt8]) throws(IndexFailure) -> [Diagnosis] { try diagnose(Normalizer.normalize(text)) }

  private func diagnose(_ text: NormalizedText) throws(IndexFailure) -> [Diagnosis] {
    let ranked = Ranker.rank(matcher.hits(in: text), slugs: tables.rows.map(\.slug))
    let firstCause = ranked.first { $0.hit.role == .cause }.map { tables.rows[$0.hit.entry].slug }
    var diagnoses: [Diagnosis] = []
    for answer in ranked {
      diagnoses.append(
        Diagnosis(
          entry: try entry(at: answer.hit.entry),
          evidence: evidence(of: answer, in: text),
          captures: answer.captures.map { Diagnosis.Capture(name: $0.name, value: $0.value) },
          wraps: answer.hit.role == .cause ? nil : firstCause))
    }
    return diagnoses
  }

  /// The entries with a name: the one with that slug, else all that have it as code or alias, whatever the case.
  public func lookUp(_ name: String) throws(IndexFailure) -> [Diagnosis] {
    let folded = Self.fold(name)
    var found = tables.rows.indices.filter { tables.rows[$0].slug == folded }
    if found.isEmpty {
      found = tables.rows.indices.filter { index in
        let row = tables.rows[index]
        return ([row.code].compactMap(\.self) + row.aliases).contains { Self.fold($0) == folded }
      }
    }
    var diagnoses: [Diagnosis] = []
    for index in found {
      diagnoses.append(Diagnosis(entry: try entry(at: index), evidence: nil, captures: [], wraps: nil))
    }
    return diagnoses
  }

  private static func fold(_ text: String) -> String { String(String.UnicodeScalarView(text.unicodeScalars.map(\.folded))) }

  private func entry(at index: Int) throws(IndexFailure) -> IndexedEntry {
    do throws(JSONScanner.Failure) {
      var scanner = JSONScanner(entryJSON(tables.rows[index].bytes))
      return try IndexedEntry(from: &scanner)
    } catch {
      throw IndexFailure(error)
    }
  }

  private func evidence(of answer: Ranker.Ranked, in text: NormalizedText) -> Diagnosis.Evidence {
    let hit = answer.hit
    let parts = hit.spans.map { Diagnosis.Evidence.Span(line: $0.line, columns: $0.columns, name: nil) }
    let captures = hit.captures.map { Diagnosis.Evidence.Span(line: $0.span.line, columns: $0.span.columns, name: $0.name) }
    return Diagnosis.Evidence(
      line: hit.anchor.line, column: hit.anchor.columns.lowerBound, occurrences: answer.occurrences,
      text: text.pastedLine(hit.anchor.line),
      signature: tables.rows[hit.entry].signatures[hit.signature].lines.map(\.text).joined(separator: "\n"),
      spans: parts + captures)
  }
}
