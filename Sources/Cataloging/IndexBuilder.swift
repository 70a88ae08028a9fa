import CommonMark
public import Decoding

/// A catalog to the index that the site and `decode` share.
public enum IndexBuilder {
  /// The index of the published entries. Texts keep their placeholders.
  ///
  /// - Parameters:
  ///   - known: Entries of an earlier index by what they were made of, which are not made again; the index is the same without them.
  ///   - perform: Does the work side by side; the index is the same without it.
  public static func index(
    of catalog: Catalog, reusing known: [Digest: IndexedEntry] = [:], perform: DecodingSession.Performer? = nil
  ) -> SearchIndex {
    let entries = catalog.published
    let site = IndexedSite(title: catalog.site.title, url: catalog.site.url, content: entries.map(\.updated).max() ?? "")
    return SearchIndex(
      site: site, entries: Portions.map(entries, perform: perform) { entry in known[entry.digest] ?? IndexedEntry(entry) })
  }

  /// The index of any entries of different slugs.
  package static func index(
    of entries: [Entry], site: IndexedSite, perform: DecodingSession.Performer? = nil
  ) -> SearchIndex {
    SearchIndex(site: site, entries: Portions.map(entries, perform: perform, IndexedEntry.init))
  }
}

extension IndexedEntry {
  fileprivate init(_ entry: Entry) {
    self.init(
      slug: entry.slug.text, area: entry.area.text, url: "errors/\(entry.slug)/", title: entry.title, code: entry.code,
      aliases: entry.aliases,
      condition: entry.condition?.text, role: entry.role, summary: entry.summary, signatures: entry.signatures,
      steps: entry.body.steps.map { IndexedStep(title: $0.plainTitle, text: $0.parts.plainText, commands: $0.parts.indexedCommands) },
      faq: entry.body.questions.map { IndexedQuestion(question: $0.plainTitle, answer: $0.parts.plainTextWithCommands, anchor: $0.anchor) },
      captures: Self.captures(of: entry))
  }

  private static func captures(of entry: Entry) -> [IndexedCapture] {
    let captures = Captures(entry.signatures)
    return captures.names.compactMap { name in
      guard let type = captures.type(of: name) else { return nil }
      let example = entry.samples.lazy.compactMap { $0.captures[name] }.first
      return example.map { IndexedCapture(name: name, type: type, example: $0) }
    }
  }
}

extension [Part] {
  /// Prose and snippets as plain text.
  fileprivate var plainText: String {
    compactMap { if case .prose(let block) = $0 { block } else { nil } }.plainText
  }

  /// The same with the commands as their lines: an answer's text is all there is of it.
  fileprivate var plainTextWithCommands: String {
    map { part in
      switch part {
      case .prose(let block): block.plainText
      case .commands(let panels): panels.inWritingOrder.map(\.text).joined(separator: "\n\n")
      }
    }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The commands, each with the paragraph directly before its group.
  fileprivate var indexedCommands: [IndexedCommand] {
    var result: [IndexedCommand] = []
    for (index, part) in enumerated() {
      guard case .commands(let panels) = part else { continue }
      var note = ""
      if index > 0, case .prose(let block) = self[index - 1], case .paragraph = block.kind { note = block.plainText }
      result += panels.inWritingOrder.map {
        IndexedCommand(systems: $0.systems, risk: $0.risk, shell: $0.shell, text: $0.text, note: note)
      }
    }
    return result
  }
}
