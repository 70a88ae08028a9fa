package import Cataloging
package import Decoding

/// What rules look at: all content as far as it could be read, and what its entries decode.
package struct Material: Sendable {
  package let content: ReadContent
  /// The day of the check, `YYYY-MM-DD`.
  package let today: String
  /// The day before which an entry is stale; nil when today's is no day.
  let staleDay: String?
  /// Every entry that could be read, in the order of paths; of two with one slug, the first.
  package let entries: [ReadEntry]
  /// Does work side by side; one thing after another without it.
  let perform: DecodingSession.Performer?
  private let sources: Lazy<[String: SourceFile]>
  private let madeTrials: Lazy<Result<Trials, IndexFailure>>
  private let madePairs: Lazy<[SignaturePairs.Pair]>
  private let madeScripts: Lazy<Result<Scripts, any Error>>
  private let madeLinkStates: Lazy<Result<[String: LinkState], any Error>>

  /// - Parameters:
  ///   - outside: Programs and servers that may be asked.
  ///   - perform: Does work side by side; what comes of it is the same without it.
  package init(_ content: ReadContent, today: String, outside: Outside = Outside(), perform: DecodingSession.Performer? = nil) {
    self.content = content
    self.today = today
    staleDay = Self.staleDay(on: today)
    self.perform = perform
    var slugs: Set<Slug> = []
    let entries = content.entries.filter { slugs.insert($0.entry.slug).inserted }
    self.entries = entries
    sources = Lazy { Dictionary(content.files.map { ($0.path, $0) }) { first, _ in first } }
    madeTrials = Lazy {
      Result { () throws(IndexFailure) in
        try Trials(of: entries, logs: BenignLogs.readable(among: content.files), perform: perform)
      }
    }
    madePairs = Lazy { SignaturePairs.all(in: entries, perform: perform) }
    madeScripts = Lazy { Result { try Scripts(entries: entries, files: content.files, outside: outside) } }
    madeLinkStates = Lazy { Result { try outside.visitLinks?(ExternalLinks.addresses(of: entries)) ?? [:] } }
  }

  /// Signatures that say nothing which another one does not; sought once.
  var signaturePairs: [SignaturePairs.Pair] { madePairs.value }

  /// What programs say about the shell scripts of the content; asked for once.
  func scripts() throws -> Scripts { try madeScripts.value.get() }

  /// What became of the addresses that entries name; asked for once.
  func linkStates() throws -> [String: LinkState] { try madeLinkStates.value.get() }

  /// What each sample, counterexample and healthy log decodes to; made when first asked for.
  package func trials() throws(IndexFailure) -> Trials { try madeTrials.value.get() }

  /// A file's text; what is not UTF-8 is U+FFFD. Nil when there is no such file. Made anew each time.
  package func source(_ path: String) -> SourceText? { file(path).map(SourceText.init(lossy:)) }

  func file(_ path: String) -> SourceFile? { sources.value[path] }

  /// Where a part of a text stands, in Unicode scalars from the text's start.
  package func place(_ text: WrittenText, _ range: Range<Int>) -> Place {
    guard let source = source(text.path) else { return Place(path: text.path, line: 1, column: 1) }
    return text.place(of: range, in: source)
  }

  /// Where all of a text stands, with its quotes; of several lines, the first.
  package func place(_ text: WrittenText) -> Place {
    guard let source = source(text.path) else { return Place(path: text.path, line: 1, column: 1) }
    return text.place(in: source)
  }
}
