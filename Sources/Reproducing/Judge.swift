import Cataloging
import Decoding

/// Compares what a script printed with the samples of its entry. Pure.
struct Judge {
  /// A sample and the answer to it.
  private struct Model {
    let sample: Sample
    let answer: Diagnosis?
    /// The line that matters: the one that its entry is told by, else its first that holds text.
    let line: String

    var names: Set<String> { Set(sample.captures.keys) }
  }

  private let entry: Entry
  private let decoder: ErrorDecoder
  private let models: [Model]

  /// - Parameter decoder: Over all published entries and this one.
  init(_ entry: Entry, decoder: ErrorDecoder) throws(IndexFailure) {
    self.entry = entry
    self.decoder = decoder
    var models: [Model] = []
    for sample in entry.samples {
      let answer = try decoder.diagnose(sample.bytes).first { $0.entry.slug == entry.slug.text }
      models.append(Model(sample: sample, answer: answer, line: answer?.evidence?.text ?? Self.lines(of: sample.bytes).first ?? ""))
    }
    self.models = models
  }

  func judge(_ output: [UInt8]) throws(IndexFailure) -> (outcome: Reproduction.Outcome, signatures: [Int]) {
    let diagnoses = try decoder.diagnose(output)
    let signatures = Set(try decoder.explain(entry.slug.text, in: output)?.matches.map(\.signature) ?? []).sorted()
    guard let answer = diagnoses.first, answer.entry.slug == entry.slug.text, let evidence = answer.evidence else {
      return (.changed(change(.answer(diagnoses.first?.entry.slug), among: Self.lines(of: output))), signatures)
    }
    if let nearest = nearest(to: [evidence.text]), nearest.model.answer?.evidence?.signature != evidence.signature {
      return (.changed(change(.signature, among: [evidence.text])), signatures)
    }
    let names = Set(answer.captures.map(\.name))
    guard let kind = difference(of: names, signature: evidence.signature) else { return (.unchanged, signatures) }
    return (.changed(change(kind, among: [evidence.text])), signatures)
  }

  /// A script may provoke several errors in a row, whose captures add up: more names than one sample has are fine, while some sample
  /// has each of them.
  private func difference(of names: Set<String>, signature: String) -> Reproduction.Change.Kind? {
    let alike = models.filter { $0.answer?.evidence?.signature == signature }.map(\.names)
    guard let common = alike.dropFirst().reduce(alike.first, { $0?.intersection($1) }) else { return nil }
    let known = models.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    let (missing, added) = (common.subtracting(names), names.subtracting(known))
    return missing.isEmpty && added.isEmpty ? nil : .captures(missing: missing.sorted(), added: added.sorted())
  }

  private func change(_ kind: Reproduction.Change.Kind, among lines: [String]) -> Reproduction.Change {
    let nearest = nearest(to: lines)
    let model = nearest?.model ?? models[0]
    return Reproduction.Change(kind: kind, sample: model.sample.place, expected: model.line, found: nearest?.line)
  }

  /// The sample and the line that have most in common; nil without lines.
  private func nearest(to lines: [String]) -> (model: Model, line: String)? {
    var best: (model: Model, line: String, likeness: Int)?
    for model in models {
      let words = Likeness(model.line)
      for line in lines {
        let likeness = words.permille(of: Likeness(line))
        if likeness > best?.likeness ?? -1 { best = (model, line, likeness) }
      }
    }
    return best.map { ($0.model, $0.line) }
  }

  /// Lines that hold text, without the blanks around it.
  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.prefix(2000).compactMap { line in
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      let text = line.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }
  }
}

/// A line as its words, for a comparison in which values do not count much.
private struct Likeness {
  /// Runs of letters, with how often each stands there.
  private let words: [String: Int]
  private let count: Int

  init(_ line: String) {
    let runs = line.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }
    words = Dictionary(runs.map { (String(String.UnicodeScalarView($0)), 1) }, uniquingKeysWith: +)
    count = runs.count
  }

  /// Twice the words in common by the words of both, in thousandths.
  func permille(of other: Likeness) -> Int {
    guard count + other.count > 0 else { return 0 }
    let shared = words.reduce(0) { $0 + min($1.value, other.words[$1.key] ?? 0) }
    return 2000 * shared / (count + other.count)
  }
}
