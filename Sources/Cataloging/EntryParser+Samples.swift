import Decoding

extension EntryParser {
  mutating func samples(_ fields: FieldReader, captures: Captures) -> [Sample] {
    fields.list("samples").compactMap { sample($0, captures: captures) }
  }

  private mutating func sample(_ node: YAMLNode, captures: Captures) -> Sample? {
    let fields = FieldReader(node, allowed: ["text", "file", "captures", "source", "only"], subject: "a sample", collector: collector)
    guard case .map = node else { return nil }
    fields.require(
      "source", hint: "say how it was captured (`captured with Node 20.20.2 on Debian 12`), or give the public address that states it")
    let isOnly = fields.flag("only")
    let bytes = bytes(of: fields, node, subject: "a sample")
    let values = values(fields, captures: captures)
    guard let bytes, let source = fields.line("source")?.text else { return nil }
    return Sample(bytes: bytes, captures: values, source: source, isOnly: isOnly, place: place(of: node))
  }

  mutating func counterexamples(_ fields: FieldReader) -> [Counterexample] {
    fields.list("counterexamples").compactMap { node in
      let fields = FieldReader(node, allowed: ["text", "file", "why"], subject: "a counterexample", collector: collector)
      guard case .map = node else { return nil }
      let why = fields.line("why")?.text
      guard let bytes = bytes(of: fields, node, subject: "a counterexample") else { return nil }
      return Counterexample(bytes: bytes, why: why, place: place(of: node))
    }
  }

  /// Where an item begins.
  private func place(of node: YAMLNode) -> Place { collector.source.place(at: node.range.lowerBound) }

  // MARK: Raw text

  private mutating func bytes(of fields: FieldReader, _ node: YAMLNode, subject: String) -> [UInt8]? {
    switch (fields.has("text"), fields.has("file")) {
    case (true, false): return fields.text("text").map { Array($0.text.utf8) }
    case (false, true): return fields.line("file").flatMap { bytes(ofFile: $0) }
    case (true, true):
      add(
        "wrong-shape", fields.keyRange("file") ?? node.range, "\(subject) has either 'text' or 'file'",
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
        "bad-sample-file", path.range, "'\(path.text)' is not below samples/",
        hint: "put the file there and write samples/<slug>/<name>.txt")
      return nil
    }
    sampleFiles.insert(path.text)
    guard let file = files[path.text] else {
      let hint = Suggestion.nearest(to: path.text, among: files.keys.filter { $0.hasPrefix("samples/") })
      add(
        "bad-sample-file", path.range, "there is no file '\(path.text)'",
        hint: hint.map { "did you mean '\($0)'?" } ?? "add it to the content folder")
      return nil
    }
    if file.bytes.isEmpty {
      add("empty-value", path.range, "the file '\(path.text)' is empty", hint: "fill it, or take the sample out")
    }
    return file.bytes
  }

  // MARK: Captures

  private mutating func values(_ fields: FieldReader, captures: Captures) -> [String: String] {
    guard let node = fields.value("captures") else { return [:] }
    guard case .map(let pairs, _) = node else {
      add("wrong-shape", node.range, "'captures' is \(node.description) instead of names with values", hint: "write { port: \"3000\" }")
      return [:]
    }
    var values: [String: String] = [:]
    for pair in FieldReader.withoutRepeats(pairs, collector: collector) {
      let name = pair.key.text
      exampleNames.insert(name)
      if captures.isComplete, captures.types[name] == nil {
        add(
          "undeclared-capture", pair.key.range, "no signature of this entry has a hole named '\(name)'",
          hint: Suggestion.hint(for: name, among: captures.types.keys.sorted()))
      }
      guard case .scalar(let scalar) = pair.value else {
        add("wrong-shape", pair.value.range, "the capture '\(name)' is \(pair.value.description) instead of text", hint: "quote the value")
        continue
      }
      values[name] = scalar.text
    }
    return values
  }
}
