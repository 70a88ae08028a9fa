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
    let published = material.entries.map(\.entry).filter { !$0.isDraft }
    let areaOfEntry = Dictionary(published.map { ($0.slug.text, $0.area.text) }) { first, _ in first }
    var counts: [String: Counts] = [:]
    for entry in published { counts[entry.area.text, default: Counts()].entries += 1 }
    for trial in trials.entries.flatMap(\.samples) where !trial.entry.isDraft {
      let own = trial.entry.slug.text
      let captures = trial.entry.samples[trial.number].captures
      counts[trial.entry.area.text]?.samples += 1
      if trial.answers.first?.slug == own { counts[trial.entry.area.text]?.first += 1 }
      if let first = trial.answers.first, first.slug != own { counts[trial.entry.area.text]?.crossFires += 1 }
      if trial.own?.captures == captures { counts[trial.entry.area.text]?.captures += 1 }
    }
    for trial in trials.entries.flatMap(\.counterexamples) where !trial.entry.isDraft {
      counts[trial.entry.area.text]?.counterexamples += 1
      if trial.own == nil { counts[trial.entry.area.text]?.quiet += 1 }
    }
    for answer in trials.logs.flatMap(\.answers) {
      if let area = areaOfEntry[answer.slug] { counts[area]?.falsePositives += 1 }
    }
    let titles = Dictionary((material.content.catalog?.areas ?? []).map { ($0.slug.text, $0.title) }) { first, _ in first }
    let areas = counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.init(
      areas: areas.map { Area(slug: $0.key, title: titles[$0.key] ?? $0.key, counts: $0.value) },
      healthyLines: trials.logs.reduce(0) { $0 + $1.file.lineCount })
  }
}

extension SourceFile {
  /// A last line counts without an end too.
  fileprivate var lineCount: Int {
    bytes.count { $0 == UInt8(ascii: "\n") } + (bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? 0 : 1)
  }
}
