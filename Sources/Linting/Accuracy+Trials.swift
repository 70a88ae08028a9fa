public import Cataloging
public import Decoding

extension Accuracy {
  /// Decodes every sample, counterexample and healthy log of a catalog's content. Drafts take part, and are not counted.
  ///
  /// - Parameters:
  ///   - content: Without errors.
  ///   - perform: Decodes side by side; the counts are the same without it.
  /// - Throws: `IndexFailure` when an index that was just made cannot be read.
  public init(of content: ReadContent, perform: DecodingSession.Performer? = nil) throws(IndexFailure) {
    try self.init(of: Material(content, today: "", perform: perform))
  }

  /// The same of a material that others ask too, so that everything is tried once.
  package init(of material: Material) throws(IndexFailure) {
    let trials = try material.trials()
    var counts: [String: Counts] = [:]
    for (read, own) in zip(material.entries, trials.entries) where !read.entry.isDraft {
      counts[read.entry.area.text, default: Counts()].add(read.entry, own)
    }
    for answer in trials.logs.flatMap(\.answers) {
      guard let entry = material.entries.first(where: { $0.entry.slug.text == answer.slug })?.entry, !entry.isDraft else { continue }
      counts[entry.area.text]?.falsePositives += 1
    }
    let titles = Dictionary((material.content.catalog?.areas ?? []).map { ($0.slug.text, $0.title) }) { first, _ in first }
    let areas = counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.init(
      areas: areas.map { Area(slug: $0.key, title: titles[$0.key] ?? $0.key, counts: $0.value) },
      healthyLines: trials.logs.reduce(0) { $0 + $1.file.lineCount })
  }
}

extension Accuracy.Counts {
  fileprivate mutating func add(_ entry: Entry, _ trials: Trials.OfEntry) {
    entries += 1
    for trial in trials.samples {
      samples += 1
      if trial.isFirst { first += 1 } else if !trial.answers.isEmpty { crossFires += 1 }
      if trial.own?.captures == entry.samples[trial.number].captures { captures += 1 }
    }
    for trial in trials.counterexamples {
      counterexamples += 1
      if trial.own == nil { quiet += 1 }
    }
  }
}

extension SourceFile {
  /// A last line counts without an end too.
  fileprivate var lineCount: Int {
    bytes.count { $0 == UInt8(ascii: "\n") } + (bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? 0 : 1)
  }
}
