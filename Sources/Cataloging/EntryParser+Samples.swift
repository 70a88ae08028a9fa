import Decoding

extension EntryParser {
  mutating func samples(_ fields: FieldReader, captures: Captures) -> [Sample] {
    fields.list("samples").compactMap { sample($0, captures: captures) }
  }

  private mutating func sample(_ node: YAMLNode, captures: Captures) -> Sample? {
    let fields = FieldReader(node, .sample, collector: collector)
    guard case .map = node else { return nil }
    let findingCount = collector.findings.count
    fields.requireAll()
    let isOnly = fields.flag("only")
    let raw = rawText(of: fields, node, subject: "a sample")
    let values = values(fields, captures: captures)
    guard let raw, let source = fields.line("source") else { return nil }
    writing.samples.append(
      EntryWriting.RawText(
        text: raw.text, captures: values.mapValues { written($0) }, source: written(source),
        isSound: collector.findings.count == findingCount))
    return Sample(
      bytes: raw.bytes, captures: values.mapValues(\.text), source: source.text, isOnly: isOnly, place: place(of: node))
  }

  mutating func counterexamples(_ fields: FieldReader) -> [Counterexample] {
    fields.list("counterexamples").compactMap { node in
      let fields = FieldReader(node, .counterexample, collector: collector)
      guard case .map = node else { return nil }
      let findingCount = collector.findings.count
      let why = fields.line("why")?.text
      guard let raw = rawText(of: fields, node, subject: "a counterexample") else { return nil }
      writing.counterexamples.append(
        EntryWriting.RawText(text: raw.text, captures: [:], source: nil, isSound: collector.findings.count == findingCount))
      return Counterexample(bytes: raw.bytes, why: why, place: place(of: node))
    }
  }

  /// Where an item begins.
  private func place(of node: YAMLNode) -> Place { collector.source.place(at: node.range.lowerBound) }

  // MARK: Raw text

  private mutating func rawText(of fields: FieldReader, _ node: YAMLNode, subject: String) -> (bytes: [UInt8], text: WrittenText)? {
    switch (fields.has("text"), fields.has("file")) {
    case (true, false): return fields.text("text").map { (Array($0.text.utf8), written($0)) }
    case (false, true):
      return fields.line("file").flatMap { path in bytes(ofFile: path).map { ($0, WrittenText(file: path.text)) } }
    case (true, true):
      add(
        .wrongShape, fields.keyRange("file") ?? node.range, "\(subject) has either 'text' or 'file'",
        hint: "keep one: 'file' is for bytes that YAML cannot hold")
    case (false, false):
      fields.require("text", hint: "add it, or 'file' with a path below samples/")
    }
    return nil
  }

  private mutating func bytes(ofFile path: YAMLScalar) -> [UInt8]? {
    let parts = path.text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0] == "samples", parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      add(
        .badSampleFile, path.range, "'\(path.text)' is not below samples/",
        hint: "put the file there and write samples/<slug>/<name>.txt")
      return nil
    }
    sampleFiles.insert(path.text)
    guard let file = files[path.text] else {
      let hint = Suggestion.nearest(to: path.text, among: files.keys.filter { $0.hasPrefix("samples/") })
      add(
        .badSampleFile, path.range, "there is no file '\(path.text)'",
        hint: hint.map { "did you mean '\($0)'?" } ?? "add it to the content folder", fix: hint.flatMap { collector.fix(path, with: $0) })
      return nil
    }
    guard file.bytes.count <= SourceText.largest else {
      add(
        .fileTooLarge, path.range, "the file '\(path.text)' has \(file.bytes.count) bytes, of at most \(SourceText.largest)",
        hint: "cut it: some lines before and after the error are enough")
      return nil
    }
    if file.bytes.isEmpty {
      add(.emptyValue, path.range, "the file '\(path.text)' is empty", hint: "fill it, or take the sample out")
    }
    return file.bytes
  }

  // MARK: Captures

  private mutating func values(_ fields: FieldReader, captures: Captures) -> [String: YAMLScalar] {
    guard let node = fields.value("captures") else { return [:] }
    guard case .map(let pairs, _) = node else {
      add(.wrongShape, node.range, "'captures' is \(node.description) instead of names with values", hint: "write { port: \"3000\" }")
      return [:]
    }
    var values: [String: YAMLScalar] = [:]
    for pair in FieldReader.withoutRepeats(pairs, collector: collector) {
      let name = pair.key.text
      exampleNames.insert(name)
      if captures.isComplete, captures.types[name] == nil {
        let names = captures.types.keys.sorted()
        add(
          .undeclaredCapture, pair.key.range, "no signature of this entry has a hole named '\(name)'",
          hint: Suggestion.hint(for: name, among: names),
          fix: Suggestion.nearest(to: name, among: names).flatMap { collector.fix(pair.key, with: $0) })
      }
      guard case .scalar(let scalar) = pair.value else {
        add(.wrongShape, pair.value.range, "the capture '\(name)' is \(pair.value.description) instead of text", hint: "quote the value")
        continue
      }
      values[name] = scalar
    }
    return values
  }
}
