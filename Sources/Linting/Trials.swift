package import Cataloging
package import Decoding
import Synchronization

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
    package let read: ReadEntry
    /// Its number in the entry's list, from 0 on.
    package let number: Int
    package let bytes: [UInt8]
    package let writing: EntryWriting.RawText
    /// The first one first.
    package let answers: [Answer]

    package var entry: Entry { read.entry }
    /// The answer that is the trial's own entry.
    package var own: Answer? { answers.first { $0.slug == entry.slug.text } }
    /// Whether the answers say something: every signature of the entry is known, and the text and its captures are as they should be.
    package var isTelling: Bool { read.hasAllSignatures && writing.isSound }
  }

  /// In the order of entries, then of their samples.
  package let samples: [Trial]
  package let counterexamples: [Trial]
  package let logs: [(file: SourceFile, answers: [Answer])]
  /// For asking further: `explain`.
  package let decoder: ErrorDecoder

  init(of entries: [ReadEntry], logs: [SourceFile], perform: DecodingSession.Performer?) throws(IndexFailure) {
    let index = IndexBuilder.index(of: entries.map(\.entry), site: IndexedSite(title: "", url: nil, content: ""))
    let decoder = try ErrorDecoder(indexJSON: index.json)
    self.decoder = decoder
    let texts = entries.flatMap { $0.entry.samples.map(\.bytes) + $0.entry.counterexamples.map(\.bytes) } + logs.map(\.bytes)
    var answers = try Self.answers(to: texts, decoder: decoder, perform: perform)[...]
    var samples: [Trial] = []
    var counterexamples: [Trial] = []
    for read in entries {
      for (number, writing) in read.writing.samples.enumerated() {
        let bytes = read.entry.samples[number].bytes
        samples.append(Trial(read: read, number: number, bytes: bytes, writing: writing, answers: answers.popFirst() ?? []))
      }
      for (number, writing) in read.writing.counterexamples.enumerated() {
        let bytes = read.entry.counterexamples[number].bytes
        counterexamples.append(Trial(read: read, number: number, bytes: bytes, writing: writing, answers: answers.popFirst() ?? []))
      }
    }
    (self.samples, self.counterexamples) = (samples, counterexamples)
    self.logs = zip(logs, answers).map { ($0, $1) }
  }

  /// How many texts are decoded before the next core may take some.
  private static let portion = 64

  /// - Returns: the answers to each text, in the order of the texts, on however many cores.
  private static func answers(
    to texts: [[UInt8]], decoder: ErrorDecoder, perform: DecodingSession.Performer?
  ) throws(IndexFailure) -> [[Answer]] {
    let portions = stride(from: 0, to: texts.count, by: portion).map { $0..<min($0 + portion, texts.count) }
    let results = Mutex<[Result<[[Answer]], IndexFailure>?]>(Array(repeating: nil, count: portions.count))
    let decode: @Sendable (Int) -> Void = { number in
      let result = Result { () throws(IndexFailure) in
        var answers: [[Answer]] = []
        for text in texts[portions[number]] { answers.append(try decoder.diagnose(text).compactMap(Answer.init)) }
        return answers
      }
      results.withLock { $0[number] = result }
    }
    if let perform { perform(portions.count, decode) } else { portions.indices.forEach(decode) }
    var answers: [[Answer]] = []
    for result in results.withLock({ $0 }) { answers += try result?.get() ?? [] }
    return answers
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
