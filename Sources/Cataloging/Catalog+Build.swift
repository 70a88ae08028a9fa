import Decoding

extension Catalog {
  /// Reads all files of content and checks them against one another.
  ///
  /// Pure: the result depends on the files alone, in whatever order they come. What a signature does to raw text is not looked at;
  /// that takes a matcher, which runs on the catalog's index.
  ///
  /// - Parameter files: Every file of the content folder.
  /// - Returns: The catalog, nil when a finding is an error; and all findings in the order of their places.
  public static func build(files: [SourceFile]) -> (catalog: Catalog?, findings: [Finding]) {
    let content = ReadContent(files)
    return (content.catalog, content.findings)
  }
}

/// Gathers what the files hold and what is wrong with them.
struct CatalogBuilder {
  let files: [String: SourceFile]
  /// Sorted by the bytes of their paths.
  private let entryFiles: [SourceFile]
  var findings: [Finding] = []

  private(set) var parsed: [String: ParsedEntry] = [:]
  private let earlier: ReadContent?
  private let perform: DecodingSession.Performer?

  init(files: [SourceFile], earlier: ReadContent?, perform: DecodingSession.Performer?) {
    self.earlier = earlier
    self.perform = perform
    self.files = Dictionary(files.lazy.map { ($0.path, $0) }) { first, _ in first }
    entryFiles = files.filter { $0.path.utf8.starts(with: "entries/".utf8) }.sorted { String.precedesInBytes($0.path, $1.path) }
  }

  mutating func build() -> (site: SiteSettings?, entries: [ReadEntry], catalog: Catalog?) {
    let settings = read("site.yml", isRequired: true, SettingsParser.parse)
    let areas = read("areas.yml", isRequired: true, GroupingsParser.parse)
    let conditions = files["conditions.yml"] == nil ? [] : read("conditions.yml", isRequired: false, GroupingsParser.parse)
    let parsed = parseEntries()
    let known = KnownPages(parsed: parsed, areas: areas, conditions: conditions)
    for entry in parsed {
      findings += known.findings(for: entry)
      if let settings { findings += entry.result.missingCounts(settings.minimum) }
    }
    findings += known.repeatedSlugs(parsed) + SignatureRepeats.findings(parsed)
    addUnusedSamples(parsed)
    addReproducers(parsed)
    findings += BenignLogs.findings(for: Array(files.values))
    findings.sort(by: Finding.isBefore)
    let read = parsed.compactMap(\.result.read)
    guard !findings.contains(where: { $0.severity == .error }), let settings, let areas, let conditions else {
      return (settings, read, nil)
    }
    let entries = read.map(\.entry).sorted { $0.slug < $1.slug }
    return (settings, read, Catalog(site: settings, areas: areas, conditions: conditions, entries: entries))
  }

  private mutating func read<Value>(_ path: String, isRequired: Bool, _ parse: (FindingCollector) -> Value?) -> Value? {
    guard let file = files[path] else {
      if isRequired {
        findings.append(
          Finding(
            .missingFile, place: Place(path: path, line: 1, column: 1), message: "the file '\(path)' is missing",
            hint: "add it to the content folder"))
      }
      return nil
    }
    do throws(Finding) {
      let collector = FindingCollector(try SourceText(file))
      let value = parse(collector)
      findings += collector.findings
      return value
    } catch {
      findings.append(error)
      return nil
    }
  }

  private mutating func parseEntries() -> [ParsedEntry] {
    let (files, earlier) = (files, earlier)
    let outcomes = Portions.map(entryFiles, perform: perform) { file -> Result<ParsedEntry?, Finding> in
      if let known = earlier?.parsedEntry(at: file.path, in: files) { return .success(known) }
      let path = file.path.utf8
      guard let slash = path.lastIndex(of: UInt8(ascii: "/")), let first = path[slash...].dropFirst().first, first != UInt8(ascii: ".")
      else { return .success(nil) }
      guard let address = EntryAddress(path: file.path) else {
        return .failure(
          Finding(
            .misplacedFile, place: Place(path: file.path, line: 1, column: 1), message: "this file is no entry",
            hint: "an entry is entries/<area>/<slug>.md; raw text belongs in samples/"))
      }
      return .success(ParsedEntry(address: address, result: EntryParser.parse(file, address: address, files: files)))
    }
    var parsed: [ParsedEntry] = []
    parsed.reserveCapacity(outcomes.count)
    for outcome in outcomes {
      switch outcome {
      case .success(let entry?): parsed.append(entry)
      case .success(nil): continue
      case .failure(let finding): findings.append(finding)
      }
    }
    self.parsed = Dictionary(parsed.map { ($0.address.path, $0) }) { first, _ in first }
    for entry in parsed { findings += entry.result.findings }
    return parsed
  }

  private mutating func addReproducers(_ parsed: [ParsedEntry]) {
    let slugs = Set(parsed.map(\.address.slug))
    for file in files.values {
      guard let slug = Reproducer.slug(ofPath: file.path) else { continue }
      findings += ReproducerHead(file).findings
      guard !slugs.contains(slug) else { continue }
      let nearest = Suggestion.nearest(to: slug, among: slugs).map { "did you mean '\($0).sh'?" }
      findings.append(
        Finding(
          .strayReproducer, place: Place(path: file.path, line: 1, column: 1), message: "there is no entry '\(slug)' to reproduce",
          hint: nearest ?? "name the file after an entry's slug"))
    }
  }

  private mutating func addUnusedSamples(_ parsed: [ParsedEntry]) {
    // An entry whose front matter cannot be read may use any of them.
    guard parsed.allSatisfy({ $0.result.counts != nil }) else { return }
    let used = Set(parsed.flatMap(\.result.sampleFiles))
    for path in files.keys where path.hasPrefix("samples/") && !used.contains(path) {
      guard let name = path.split(separator: "/").last, !name.hasPrefix("."), !name.hasSuffix(".md") else { continue }
      findings.append(
        Finding(
          .unusedSample, place: Place(path: path, line: 1, column: 1), message: "no entry uses this sample",
          hint: "name it under an entry's samples or counterexamples, or delete it"))
    }
  }
}

/// A file of an entry, read, whether or not it makes an entry.
final class ParsedEntry: Sendable {
  let address: EntryAddress
  let result: EntryParser.Result
  /// Of each of its signatures: what makes two of them the same.
  let signatureKeys: [Digest]

  init(address: EntryAddress, result: EntryParser.Result) {
    (self.address, self.result) = (address, result)
    signatureKeys = result.signatures.map(SignatureRepeats.key)
  }
}

extension EntryParser.Result {
  /// Findings for what there is too little of.
  fileprivate func missingCounts(_ minimum: Minimum) -> [Finding] {
    guard let counts else { return [] }
    let rows = [
      (CatalogRule.tooFewSamples, "samples", counts.samples, minimum.samples),
      (.tooFewCounterexamples, "counterexamples", counts.counterexamples, minimum.counterexamples),
      (.tooFewQuestions, "questions", counts.questions, minimum.questions),
    ]
    return rows.compactMap { rule, name, count, least in
      // That there is none at all is a finding of the key already.
      guard count.count < least, count.count > 0 || name == "questions" else { return nil }
      return Finding(
        rule, place: count.place, message: "too few \(name): \(count.count) of at least \(least)",
        hint: "add more; site.yml sets the minimum")
    }
  }
}
