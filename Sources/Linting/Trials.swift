package import Cataloging
package import Decoding

/// What every sample, counterexample and healthy log decodes to, with all entries in one index: drafts too, and entries whose file has
/// errors elsewhere.
package struct Trials: Sendable {
  /// A diagnosis without what it would print.
  package struct Answer: Sendable, Equatable {
    package let slug: String
    package let role: Role
    package let captures: [String: String]
    /// The place in the raw text, both from 1 on.
    package let line: Int
    package let column: Int
    /// Its line as pasted.
    package let text: String
    /// The source of the signature that matched; patterns of `lines` are parted by line ends.
    package let signature: String
    /// How many scalars of the raw text the signature's parts take.
    package let length: Int
  }

  /// A sample or counterexample that was decoded.
  package struct Trial: Sendable {
    private let owner: Owner
    /// Its number in the entry's list, from 0 on.
    package let number: Int
    package let bytes: [UInt8]
    package let writing: EntryWriting.RawText
    /// The first one first.
    package let answers: [Answer]

    fileprivate init(owner: Owner, number: Int, bytes: [UInt8], writing: EntryWriting.RawText, answers: [Answer]) {
      (self.owner, self.number, self.bytes, self.writing, self.answers) = (owner, number, bytes, writing, answers)
    }

    package var read: ReadEntry { owner.read }
    package var entry: Entry { owner.read.entry }
    /// The answer that is the trial's own entry.
    package var own: Answer? {
      let slug = owner.slug
      return answers.first { $0.slug == slug }
    }
    /// Whether the answers say something: every signature of the entry is known, and the text and its captures are as they should be.
    package var isTelling: Bool { owner.read.hasAllSignatures && writing.isSound }
    /// Whether the trial's own entry is the first answer.
    package var isFirst: Bool { answers.first?.slug == owner.slug }
  }

  /// An entry, shared by its trials: each of them is copied often.
  fileprivate final class Owner: Sendable {
    let read: ReadEntry
    var slug: String { read.entry.slug.text }

    init(_ read: ReadEntry) { self.read = read }
  }

  /// The trials of one entry, in the order of its samples and counterexamples.
  package struct OfEntry: Sendable {
    package let samples: [Trial]
    package let counterexamples: [Trial]
    /// For asking further: `explain`.
    package let decoder: ErrorDecoder
  }

  /// In the order of entries.
  package let entries: [OfEntry]
  package let logs: [(file: SourceFile, answers: [Answer])]
  package let decoder: ErrorDecoder

  init(of entries: [ReadEntry], logs: [SourceFile], perform: DecodingSession.Performer?) throws(IndexFailure) {
    // What an answer would print takes no part in finding it.
    let index = SearchIndex(
      site: IndexedSite(title: "", url: nil, content: ""), entries: entries.map { IndexedEntry(signaturesOf: $0.entry) })
    let decoder = ErrorDecoder(index, perform: perform)
    self.decoder = decoder
    self.entries = try Portions.map(entries, perform: perform) { read in
      Result { () throws(IndexFailure) in try OfEntry(read, decoder: decoder) }
    }.map { (result) throws(IndexFailure) in try result.get() }
    self.logs = try Portions.map(logs, perform: perform) { log in
      Result { () throws(IndexFailure) in (log, try decoder.answers(to: log.bytes)) }
    }.map { (result) throws(IndexFailure) in try result.get() }
  }
}

extension IndexedEntry {
  /// What an entry is found by, and nothing that an answer prints.
  fileprivate init(signaturesOf entry: Entry) {
    self.init(
      slug: entry.slug.text, area: "", url: "", title: "", code: nil, aliases: [], condition: nil, role: entry.role, summary: "",
      signatures: entry.signatures, steps: [], faq: [], captures: [])
  }
}

extension ErrorDecoder {
  fileprivate func answers(to text: [UInt8]) throws(IndexFailure) -> [Trials.Answer] { try diagnose(text).compactMap(Trials.Answer.init) }
}

extension Trials.OfEntry {
  fileprivate init(_ read: ReadEntry, decoder: ErrorDecoder) throws(IndexFailure) {
    let owner = Trials.Owner(read)
    let trial = { (number: Int, bytes: [UInt8], writing: EntryWriting.RawText) throws(IndexFailure) -> Trials.Trial in
      Trials.Trial(owner: owner, number: number, bytes: bytes, writing: writing, answers: try decoder.answers(to: bytes))
    }
    var samples: [Trials.Trial] = []
    var counterexamples: [Trials.Trial] = []
    for (number, writing) in read.writing.samples.enumerated() {
      samples.append(try trial(number, read.entry.samples[number].bytes, writing))
    }
    for (number, writing) in read.writing.counterexamples.enumerated() {
      counterexamples.append(try trial(number, read.entry.counterexamples[number].bytes, writing))
    }
    (self.samples, self.counterexamples, self.decoder) = (samples, counterexamples, decoder)
  }
}

extension Trials.Answer {
  /// Nil for an entry that was asked for by name.
  fileprivate init?(_ diagnosis: Diagnosis) {
    guard let evidence = diagnosis.evidence else { return nil }
    self.init(
      slug: diagnosis.entry.slug, role: diagnosis.entry.role,
      captures: Dictionary(diagnosis.captures.map { ($0.name, $0.value) }) { first, _ in first }, line: evidence.line,
      column: evidence.column, text: evidence.text, signature: evidence.signature,
      length: evidence.spans.filter { $0.name == nil }.reduce(0) { $0 + $1.columns.count })
  }
}
