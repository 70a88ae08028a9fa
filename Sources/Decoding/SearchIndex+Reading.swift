extension SearchIndex {
  /// Reads the published form. Unknown keys are passed over.
  ///
  /// - Throws: `IndexFailure` for other text than an index, and for an index of another schema.
  /// - Complexity: O(n) in the bytes.
  public init(json: [UInt8]) throws(IndexFailure) {
    var entries: [IndexedEntry] = []
    let site = try Self.scan(json) { scanner throws(JSONScanner.Failure) in
      entries.append(try IndexedEntry(from: &scanner))
    }
    self.init(site: site, entries: entries)
  }

  /// Walks an index, calling `entry` where each entry begins; it must read one value.
  ///
  /// The schema must be the first key: nothing of an index of another form is read.
  static func scan(
    _ json: [UInt8], entry: (inout JSONScanner) throws(JSONScanner.Failure) -> Void
  ) throws(IndexFailure) -> IndexedSite {
    var found: Int?
    var site: IndexedSite?
    var hasEntries = false
    do throws(JSONScanner.Failure) {
      var scanner = JSONScanner(json)
      try scanner.object { scanner, key throws(JSONScanner.Failure) in
        if found == nil {
          guard key == "schema" else { throw scanner.failure("the first key is not \"schema\"") }
          found = try scanner.integer()
          guard found == schema else { throw scanner.failure("another schema") }
        } else if key == "site" {
          site = try IndexedSite(from: &scanner)
        } else if key == "entries" {
          hasEntries = true
          try scanner.array(entry)
        } else {
          try scanner.skip()
        }
      }
      try scanner.finish()
      guard hasEntries else { throw scanner.failure("the key \"entries\" is missing") }
      guard let site else { throw scanner.failure("the key \"site\" is missing") }
      return site
    } catch {
      if let found, found != schema { throw .otherSchema(found: found) }
      throw IndexFailure(error)
    }
  }
}

extension IndexedSite {
  init(from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    self.init(title: "", url: nil, content: "")
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      switch key {
      case "title": title = try scanner.string()
      case "url": url = try scanner.optionalString()
      case "content": content = try scanner.string()
      default: try scanner.skip()
      }
    }
  }
}

extension IndexedEntry {
  /// Nothing but what every reader starts from.
  static let blank = IndexedEntry(
    slug: "", area: "", url: "", title: "", code: nil, aliases: [], condition: nil, role: .cause, summary: "", signatures: [],
    steps: [], faq: [], captures: [])

  init(from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    let start = scanner
    self = .blank
    var examples: [(name: String, value: String)] = []
    var types: [String: HoleType] = [:]
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      switch key {
      case "examples":
        try scanner.object { scanner, name throws(JSONScanner.Failure) in examples.append((name, try scanner.string())) }
      case "types":
        try scanner.object { scanner, name throws(JSONScanner.Failure) in types[name] = try scanner.choice("type") }
      default: try read(key, from: &scanner)
      }
    }
    guard !slug.isEmpty else { throw start.failure("an entry without a slug") }
    captures = examples.map { IndexedCapture(name: $0.name, type: types[$0.name] ?? .word, example: $0.value) }
  }

  /// Reads the value of one member that stands for itself; passes over an unknown one.
  mutating func read(_ key: String, from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    switch key {
    case "slug": slug = try scanner.string()
    case "area": area = try scanner.string()
    case "url": url = try scanner.string()
    case "title": title = try scanner.string()
    case "code": code = try scanner.optionalString()
    case "aliases": aliases = try scanner.strings()
    case "condition": condition = try scanner.optionalString()
    case "role": role = try scanner.choice("role")
    case "summary": summary = try scanner.string()
    case "signatures": signatures = try scanner.values(IndexedSignature.init(from:))
    case "steps": steps = try scanner.values(IndexedStep.init(from:))
    case "faq": faq = try scanner.values(IndexedQuestion.init(from:))
    default: try scanner.skip()
    }
  }
}

extension IndexedSignature {
  init(from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    let start = scanner
    self.init(lines: [])
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      switch key {
      case "match": lines = [try scanner.signature()]
      case "lines": lines = try scanner.values { scanner throws(JSONScanner.Failure) in try scanner.signature() }
      case "unless": unless = try scanner.values { scanner throws(JSONScanner.Failure) in try scanner.signature() }
      case "label": label = try scanner.optionalString()
      case "since": since = try scanner.optionalString()
      default: try scanner.skip()
      }
    }
    guard !lines.isEmpty else { throw start.failure("a signature without \"match\" or \"lines\"") }
  }
}

extension IndexedStep {
  fileprivate init(from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    self.init(title: "", text: "", commands: [])
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      switch key {
      case "title": title = try scanner.string()
      case "text": text = try scanner.string()
      case "commands": commands = try scanner.values(IndexedCommand.init(from:))
      default: try scanner.skip()
      }
    }
  }
}

extension IndexedCommand {
  fileprivate init(from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    // What does not say what it may do is treated as the worst.
    self.init(systems: [], risk: .destroy, shell: .sh, text: "", note: "")
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      switch key {
      case "systems": systems = try scanner.values { scanner throws(JSONScanner.Failure) in try scanner.choice("system") }
      case "risk": risk = try scanner.choice("risk")
      case "shell": shell = try scanner.choice("shell")
      case "text": text = try scanner.string()
      case "note": note = try scanner.string()
      default: try scanner.skip()
      }
    }
  }
}

extension IndexedQuestion {
  fileprivate init(from scanner: inout JSONScanner) throws(JSONScanner.Failure) {
    self.init(question: "", answer: "", anchor: "")
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      switch key {
      case "question": question = try scanner.string()
      case "answer": answer = try scanner.string()
      case "anchor": anchor = try scanner.string()
      default: try scanner.skip()
      }
    }
  }
}

extension JSONScanner {
  /// Reads an array of values of one kind.
  fileprivate mutating func values<Value>(_ read: (inout JSONScanner) throws(Failure) -> Value) throws(Failure) -> [Value] {
    var result: [Value] = []
    try array { scanner throws(Failure) in result.append(try read(&scanner)) }
    return result
  }

  /// Reads a string that must be one of a type's raw values.
  fileprivate mutating func choice<Value: RawRepresentable<String>>(_ kind: String) throws(Failure) -> Value {
    let start = self
    let text = try string()
    guard let value = Value(rawValue: text) else { throw start.failure("unknown \(kind) '\(text)'") }
    return value
  }

  fileprivate mutating func signature() throws(Failure) -> Signature {
    let start = self
    let text = try string()
    do throws(SignatureFailure) { return try Signature(text) } catch {
      throw start.failure("a signature that cannot be read: \(error.message)")
    }
  }
}
