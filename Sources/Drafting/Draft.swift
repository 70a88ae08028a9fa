package import Cataloging
package import Decoding

/// The beginning of an entry, made of a raw text as far as a program can.
package struct Draft: Sendable {
  /// A place in the content where a proposed signature matches, and should perhaps not.
  package struct Collision: Sendable, Equatable {
    /// Of the proposal, from 0 on.
    package let proposal: Int
    /// The entry whose sample it is; nil for a healthy log.
    package let slug: String?
    package let place: Place
  }

  package let redaction: PasteRedaction?
  package let telling: TellingLine?
  package let proposals: [SignatureProposal]
  /// What the first proposal captures in the sample, by name.
  package let captures: [(name: String, value: String)]
  /// What the text decodes to without this entry, the answer first; guesses when that is nothing.
  package let answer: Answer?
  package let collisions: [Collision]
  /// New files of the content folder: the entry is the last.
  package let files: [SourceFile]

  /// More lines than these are cut around the one that matters.
  private static let sampleLines = (all: 25, before: 8)
  /// In bytes: a longer sample has a file of its own.
  private static let longestText = 4096

  /// - Parameters:
  ///   - raw: A paste; nil for a skeleton alone.
  ///   - lineNumber: The line that matters, when the writer knows it.
  ///   - today: `YYYY-MM-DD`.
  package init(of raw: String?, area: Slug, slug: Slug, lineNumber: Int? = nil, today: String, content: ReadContent) throws(IndexFailure) {
    var sample: EntrySkeleton.Sample?
    var files: [SourceFile] = []
    redaction = raw.map { PasteRedaction($0) }
    let lines = redaction.map { Normalizer.lines(of: Array($0.text.utf8)) } ?? []
    telling =
      lineNumber.flatMap { number in
        lines.first { $0.number == number }.map { TellingLine(number: number, line: $0, reasons: ["your choice"]) }
      } ?? TellingLine.find(in: lines)
    proposals = telling.map { SignatureProposal.proposals(for: $0.line) } ?? []
    var captures: [(name: String, value: String)] = []
    if let redaction {
      let text = Self.excerpt(of: redaction.text, around: telling?.number ?? 1)
      captures = try Self.captures(of: proposals.first, in: text)
      let isFile = !YAMLText.canHold(text) || text.utf8.count > Self.longestText
      let path = "samples/\(slug)/1.txt"
      if isFile { files.append(SourceFile(path: path, bytes: Array(text.utf8))) }
      sample = EntrySkeleton.Sample(text: text, file: isFile ? path : nil, captures: captures)
    }
    self.captures = captures
    let entries = content.distinctEntries
    answer = try redaction.map { redaction throws(IndexFailure) in try Self.decoder(of: entries).decode(Array(redaction.text.utf8)) }
    collisions = try Self.collisions(of: proposals, entries: entries, logs: BenignLogs.among(content.files))
    let code = telling.flatMap { ErrorName.code(in: String(String.UnicodeScalarView($0.line.scalars))) }
    let skeleton = EntrySkeleton(
      code: code, signatures: proposals.map(\.signature.text), sample: sample,
      minimum: content.site?.minimum ?? .unset, today: today)
    self.files = files + [SourceFile(path: "entries/\(area)/\(slug).md", bytes: Array(skeleton.text.utf8))]
  }

  /// The lines around the one that matters, without blank ones at either end.
  private static func excerpt(of text: String, around number: Int) -> String {
    // By scalars: CR and LF together are one character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count > sampleLines.all + 1 {
      let start = max(0, min(number - 1 - sampleLines.before, lines.count - sampleLines.all))
      lines = Array(lines[start..<min(lines.count, start + sampleLines.all)])
    }
    let isBlank = { (line: Substring.UnicodeScalarView) in line.allSatisfy { $0 == " " || $0 == "\r" || $0 == "\t" } }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    return lines.map { String($0) }.joined(separator: "\n") + "\n"
  }

  private static func captures(of proposal: SignatureProposal?, in text: String) throws(IndexFailure) -> [(name: String, value: String)] {
    guard let proposal else { return [] }
    return try Probe([proposal.signature]).decoder.diagnose(Array(text.utf8)).first?.captures.map { ($0.name, $0.value) } ?? []
  }

  private static func decoder(of entries: [Entry]) -> ErrorDecoder {
    ErrorDecoder(IndexBuilder.index(of: entries, site: IndexedSite(title: "", url: nil, content: "")))
  }

  private static func collisions(of proposals: [SignatureProposal], entries: [Entry], logs: [SourceFile]) throws(IndexFailure)
    -> [Collision]
  {
    guard !proposals.isEmpty else { return [] }
    let probe = Probe(proposals.map(\.signature))
    var collisions: [Collision] = []
    for entry in entries {
      for sample in entry.samples {
        for number in try probe.matches(in: sample.bytes).keys {
          collisions.append(Collision(proposal: number, slug: entry.slug.text, place: sample.place))
        }
      }
    }
    for log in logs {
      for (number, line) in try probe.matches(in: log.bytes) {
        collisions.append(Collision(proposal: number, slug: nil, place: Place(path: log.path, line: line, column: 1)))
      }
    }
    return collisions.sorted { ($0.proposal, $0.place) < ($1.proposal, $1.place) }
  }
}
