import Decoding

/// The answer as a log of SARIF 2.1.0: one run, a rule for each entry found, a result for each place.
struct SARIFLog {
  let site: IndexedSite
  let given: [String: String]
  let place: TextPlace

  /// - Parameter answer: Without secrets already.
  func json(of answer: Answer) -> JSONValue {
    .object([
      ("$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run(for: answer.diagnoses)])),
    ])
  }

  private func run(for diagnoses: [Diagnosis]) -> JSONValue {
    var driver: [(key: String, value: JSONValue)] = [("name", .string("decode")), ("version", .string(Release.version))]
    if let url = site.url { driver.append(("informationUri", .string(url))) }
    driver.append(("rules", .array(diagnoses.map { rule(for: $0.entry) })))
    return .object([
      ("tool", .object([("driver", .object(driver))])),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(diagnoses.enumerated().compactMap { result(for: $1, rule: $0) })),
    ])
  }

  private func rule(for entry: IndexedEntry) -> JSONValue {
    let names = Dictionary(entry.captures.map { ($0.name, "<\($0.name)>") }) { first, _ in first }
    let summary = TextTemplate(entry.summary, captures: entry.captureNames).filled(with: names)
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(entry.slug)), ("shortDescription", text(entry.title)), ("fullDescription", text(summary)),
      ("defaultConfiguration", .object([("level", .string(level(of: entry)))])),
    ]
    if let url = site.url { members.append(("helpUri", .string(url + entry.url))) }
    members.append(("properties", .object([("tags", .strings([entry.area, entry.condition].compactMap(\.self)))])))
    return .object(members)
  }

  /// Nil for an entry that was asked for by name: it was found nowhere.
  private func result(for diagnosis: Diagnosis, rule: Int) -> JSONValue? {
    guard let evidence = diagnosis.evidence else { return nil }
    let summary = diagnosis.entry.filled(diagnosis.entry.summary, with: diagnosis.values(given: given))
    return .object([
      ("ruleId", .string(diagnosis.entry.slug)), ("ruleIndex", .int(rule)), ("level", .string(level(of: diagnosis.entry))),
      ("message", text(diagnosis.entry.title + ". " + summary)), ("locations", .array([location(of: evidence)])),
      ("partialFingerprints", .object([("decode/v1", .string(fingerprint(of: diagnosis, evidence: evidence)))])),
      ("occurrenceCount", .int(max(1, evidence.occurrences))),
    ])
  }

  private func location(of evidence: Diagnosis.Evidence) -> JSONValue {
    guard let uri = place.uri else {
      let name = JSONValue.object([
        ("name", .string(place.name)), ("fullyQualifiedName", .string("\(place.name):\(evidence.line):\(evidence.column)")),
      ])
      return .object([("logicalLocations", .array([name])), ("message", text("Line \(evidence.line): \(evidence.text)"))])
    }
    let region = JSONValue.object([
      ("startLine", .int(evidence.line)), ("startColumn", .int(evidence.column)), ("snippet", text(evidence.text)),
    ])
    return .object([("physicalLocation", .object([("artifactLocation", .object([("uri", .string(uri))])), ("region", region)]))])
  }

  /// The same for the same error in another place of the text, and in another text.
  private func fingerprint(of diagnosis: Diagnosis, evidence: Diagnosis.Evidence) -> String {
    let parts = [diagnosis.entry.slug, evidence.signature] + diagnosis.captures.flatMap { [$0.name, $0.value] }
    // FNV-1a: short, and the same everywhere.
    let hash = parts.joined(separator: "\u{0}").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func level(of entry: IndexedEntry) -> String { entry.role == .cause ? "error" : "warning" }

  private func text(_ text: String) -> JSONValue { .object([("text", .string(text))]) }
}
