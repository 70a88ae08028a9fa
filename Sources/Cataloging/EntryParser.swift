import Decoding

/// One file of content to an entry. Everything wrong with the file is found at once.
struct EntryParser {
  struct Result {
    /// Nil when too little could be read to make an entry.
    let read: ReadEntry?
    let findings: [Finding]
    /// What can only be checked against other files.
    let mentions: [Mention]
    /// The signatures that could be read, whether or not there is an entry, and where each stands.
    let signatures: [IndexedSignature]
    let signaturePlaces: [Place]
    let isDraft: Bool
    /// The anchors of its body; nil when that could not be found.
    let anchors: Set<String>?
    /// How many of each the file has, and where to complain; nil when the front matter could not be read.
    let counts: Counts?
    /// The sample files it names.
    let sampleFiles: Set<String>
  }

  /// How many samples, counterexamples and questions there are, and the place to report too few.
  struct Counts {
    let samples: (count: Int, place: Place)
    let counterexamples: (count: Int, place: Place)
    let questions: (count: Int, place: Place)
  }

  let collector: FindingCollector
  /// The files that samples may name, by path.
  let files: [String: SourceFile]
  var mentions: [Mention] = []
  private var readSignatures: [IndexedSignature] = []
  var signaturePlaces: [Place] = []
  private var hasAllSignatures = false
  var writing = EntryWriting()
  private var isDraft = false
  private var anchors: Set<String>?
  var sampleFiles: Set<String> = []
  /// Names of captures that a sample gives a value for, even if the sample is wrong elsewhere.
  var exampleNames: Set<String> = []

  static func parse(_ file: SourceFile, address: EntryAddress, files: [String: SourceFile]) -> Result {
    let source: SourceText
    do throws(Finding) { source = try SourceText(file) } catch {
      return Result(
        read: nil, findings: [error], mentions: [], signatures: [], signaturePlaces: [], isDraft: false, anchors: nil, counts: nil,
        sampleFiles: [])
    }
    var parser = EntryParser(collector: FindingCollector(source), files: files)
    let (entry, counts) = parser.parse(address)
    let read = entry.map {
      ReadEntry(
        entry: $0, isSound: !parser.collector.hasErrors, hasAllSignatures: parser.hasAllSignatures, writing: parser.writing)
    }
    return Result(
      read: read, findings: parser.collector.findings, mentions: parser.mentions,
      signatures: parser.readSignatures, signaturePlaces: parser.signaturePlaces, isDraft: parser.isDraft, anchors: parser.anchors,
      counts: counts, sampleFiles: parser.sampleFiles)
  }

  private init(collector: FindingCollector, files: [String: SourceFile]) {
    self.collector = collector
    self.files = files
  }

  private mutating func parse(_ address: EntryAddress) -> (Entry?, Counts?) {
    let names = address.check(collector)
    mentions.append(Mention(target: .area(address.area), place: collector.source.place(at: 0)))
    checkControlCharacters()
    guard let frontMatter = FrontMatter.read(collector) else { return (nil, nil) }
    guard let root = frontMatter.root else {
      // The body has findings of its own, which need not wait.
      _ = body(frontMatter, address: address, captures: Captures([], isComplete: false))
      return (nil, nil)
    }
    let fields = FieldReader(root, .entry, range: collector.source.range(ofLine: 1), collector: collector)
    fields.requireAll()
    let patterns = fields.list("signatures")
    let signatures = signatures(patterns)
    readSignatures = signatures.read
    hasAllSignatures = signatures.isComplete
    let captures = Captures(signatures.read, isComplete: signatures.isComplete)
    let samples = samples(fields, captures: captures)
    let counterexamples = counterexamples(fields)
    checkExamples(of: captures, signatures: patterns)
    checkBareWords(signatures.read, counterexamples: fields.count("counterexamples"))
    let body = body(frontMatter, address: address, captures: captures)
    let words = words(fields, captures: captures)
    isDraft = words.isDraft
    let counts = counts(fields, body: body)
    guard let names, let title = words.title, let summary = words.summary, let updated = words.updated else { return (nil, counts) }
    let entry = Entry(
      slug: names.slug, area: names.area, title: title, code: words.code, aliases: words.aliases, formerly: words.formerly,
      condition: words.condition, role: words.role, summary: summary, signatures: signatures.read, signaturePlaces: signaturePlaces,
      samples: samples, counterexamples: counterexamples, related: words.related, references: words.references, updated: updated,
      isDraft: words.isDraft, body: body.body, path: address.path, digest: digest(of: address.path))
    return (entry, counts)
  }

  private func digest(of path: String) -> Digest {
    var digester = Digester()
    for path in [path] + sampleFiles.sorted() {
      digester.add(path)
      digester.add(files[path]?.bytes ?? [])
    }
    return digester.digest
  }

  private mutating func body(_ frontMatter: FrontMatter, address: EntryAddress, captures: Captures) -> BodyParser.Result {
    let links = LinkResolver(folder: "entries/\(address.area)", slug: address.slug)
    let result = BodyParser.parse(collector, fromLine: frontMatter.bodyLine, captures: captures, links: links)
    mentions += result.mentions
    anchors = result.anchors
    return result
  }

  private func checkControlCharacters() {
    guard !collector.source.isPlain else { return }
    let scalars = collector.source.scalars
    let offset = scalars.indices.first { index in
      let scalar = scalars[index]
      return switch scalar {
      case "\t", "\n": false
      case "\r": index + 1 == scalars.count || scalars[index + 1] != "\n"
      default: scalar.isControl
      }
    }
    guard let offset else { return }
    let number = String(scalars[offset].value, radix: 16, uppercase: true)
    collector.add(
      .controlCharacter, at: offset..<(offset + 1),
      "the control character U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number) stands here, the first of the file",
      hint: "take it out; raw bytes of a sample belong in a file of samples/")
  }

  private func counts(_ fields: FieldReader, body: BodyParser.Result) -> Counts {
    let source = collector.source
    let place = { (key: String) in source.place(of: fields.keyRange(key) ?? source.range(ofLine: 1)) }
    return Counts(
      samples: (fields.count("samples"), place("samples")),
      counterexamples: (fields.count("counterexamples"), place("counterexamples")),
      questions: (body.body.questions.count, source.place(ofLine: body.questionsLine ?? 1)))
  }
}
