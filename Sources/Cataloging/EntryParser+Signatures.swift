import Decoding

extension EntryParser {
  /// The signatures that could be read, and whether these are all.
  mutating func signatures(_ items: [YAMLNode]) -> (read: [IndexedSignature], isComplete: Bool) {
    let signatures = items.compactMap { signature($0) }
    return (signatures, !items.isEmpty && signatures.count == items.count)
  }

  private mutating func signature(_ node: YAMLNode) -> IndexedSignature? {
    let fields = FieldReader(node, .signature, collector: collector)
    guard case .map = node else { return nil }
    let label = fields.line("label")?.text
    let since = fields.line("since")?.text
    let patterns: [YAMLScalar]
    switch (fields.has("match"), fields.has("lines")) {
    case (true, false): patterns = fields.line("match").map { [$0] } ?? []
    case (false, true): patterns = fields.lines("lines")
    case (true, true):
      add(
        .wrongShape, fields.keyRange("lines") ?? node.range, "a signature has either 'match' or 'lines'",
        hint: "keep one: 'lines' is for several lines in order")
      return nil
    case (false, false):
      fields.require("match", hint: "add it, or 'lines' for several lines in order")
      return nil
    }
    let lines = patterns.compactMap { pattern($0) }
    let vetoes = fields.lines("unless")
    let unless = vetoes.compactMap { pattern($0) }
    guard !lines.isEmpty, lines.count == patterns.count, unless.count == vetoes.count else { return nil }
    signaturePlaces.append(collector.source.place(of: patterns[0].range))
    writing.signatures.append(EntryWriting.Signature(lines: patterns.map { written($0) }, unless: vetoes.map { written($0) }))
    return IndexedSignature(lines: lines, unless: unless, label: label, since: since)
  }

  private func pattern(_ scalar: YAMLScalar) -> Signature? {
    if Unfinished.isTask(scalar.text) { return nil }
    do throws(SignatureFailure) {
      return try Signature(scalar.text)
    } catch {
      let range = scalar.range(offset: error.offset, length: error.length, in: collector.source)
      add(.badSignature, range, error.message, hint: error.hint)
      return nil
    }
  }

  /// Each capture needs a sample's value, which stands in for it when a paste has none.
  func checkExamples(of captures: Captures, signatures: [YAMLNode]) {
    guard captures.isComplete else { return }
    for name in captures.types.keys.sorted() where !exampleNames.contains(name) {
      add(
        .captureWithoutExample, holeRange(of: name, in: signatures), "no sample says what '{\(name)}' takes",
        hint: "write its value under the 'captures' of a sample: { \(name): \"…\" }")
    }
  }

  private func holeRange(of name: String, in signatures: [YAMLNode]) -> Range<Int> {
    let source = collector.source
    for node in signatures {
      guard let hole = source.firstRange(of: Array("{\(name)".unicodeScalars), in: node.range) else { continue }
      let end = source.scalars[hole.upperBound..<node.range.upperBound].firstIndex(of: "}") ?? hole.upperBound
      if source.scalars[hole.upperBound] == "}" || source.scalars[hole.upperBound] == ":" { return hole.lowerBound..<(end + 1) }
    }
    return signatures.first?.range ?? 0..<1
  }

  /// A signature of one bare word is found in much text: more counterexamples have to show that it is safe.
  func checkBareWords(_ signatures: [IndexedSignature], counterexamples: Int) {
    guard counterexamples < 3, signatures.count == signaturePlaces.count else { return }
    for (signature, place) in zip(signatures, signaturePlaces) {
      guard signature.lines.count == 1, let pattern = signature.lines.first, pattern.isBareWord else { continue }
      collector.add(
        .bareWord, at: place, "a signature of one word needs three counterexamples, and this entry has \(counterexamples)",
        hint: "add more of the error's text, or counterexamples that hold the word and are healthy")
    }
  }
}

extension Signature {
  /// Whether it is a single word that may stand anywhere in a line.
  fileprivate var isBareWord: Bool {
    guard elements.count == 1, case .literal(let scalars) = elements[0] else { return false }
    return !(isAnchoredAtStart && isAnchoredAtEnd) && !scalars.contains(" ")
  }
}
