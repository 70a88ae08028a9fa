import CommonMark
import Decoding

/// The body of an entry to its five sections. All complaints go to the collector.
struct BodyParser {
  let collector: FindingCollector
  let captures: Captures
  let links: LinkResolver
  var mentions: [Mention] = []
  private var anchors = Anchors()

  enum Section: String, CaseIterable {
    case looks = "What it looks like"
    case why = "Why it happens"
    case fix = "How to fix it"
    case prevention = "Stop it happening again"
    case faq = "FAQ"

    fileprivate var index: Int { Section.allCases.firstIndex(of: self) ?? 0 }

    /// What the anchors of its topics begin with; nil when its third-level headings are prose.
    fileprivate var anchorPrefix: String? {
      switch self {
      case .why: "why"
      case .fix: "step"
      case .faq: "faq"
      case .looks, .prevention: nil
      }
    }
  }

  struct Result {
    let body: EntryBody
    let mentions: [Mention]
    /// The line of each section's heading.
    let headings: [Section: Int]
  }

  static func parse(_ collector: FindingCollector, fromLine line: Int, captures: Captures, links: LinkResolver) -> Result {
    var parser = BodyParser(collector: collector, captures: captures, links: links)
    let blocks = MarkdownParser.blocks(of: markdown(of: collector.source, fromLine: line))
    let sections = parser.sections(of: blocks)
    let topics = Dictionary(uniqueKeysWithValues: Section.allCases.map { ($0, parser.topics(of: $0, sections[$0]?.blocks ?? [])) })
    let parts = { (section: Section) in topics[section]?.parts ?? [] }
    let items = { (section: Section) in topics[section]?.topics ?? [] }
    return Result(
      body: EntryBody(
        looks: parts(.looks), why: parts(.why), causes: items(.why), fix: parts(.fix), steps: items(.fix),
        prevention: parts(.prevention), faqIntroduction: parts(.faq), questions: items(.faq)),
      mentions: parser.mentions, headings: sections.mapValues(\.line))
  }

  private init(collector: FindingCollector, captures: Captures, links: LinkResolver) {
    self.collector = collector
    self.captures = captures
    self.links = links
  }

  /// The body as libcmark takes it: empty lines in place of the front matter keep the line numbers those of the file.
  private static func markdown(of source: SourceText, fromLine line: Int) -> String {
    var text = [UInt8](repeating: UInt8(ascii: "\n"), count: line - 1)
    let body = source.scalars[source.start(ofLine: line)...]
    text.reserveCapacity(text.count + body.count)
    for (index, scalar) in zip(body.indices, body) {
      if scalar.isASCII, scalar != "\r" {
        text.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar != "\r" {
        text += UTF8.encode(scalar).map(Array.init) ?? []
      } else if index + 1 == body.endIndex || body[index + 1] != "\n" {
        // libcmark would count a lone CR as a line.
        text.append(UInt8(ascii: " "))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Sections

  private mutating func sections(of blocks: [Block]) -> [Section: (line: Int, blocks: [Block])] {
    var sections: [Section: (line: Int, blocks: [Block])] = [:]
    var current: Section?
    var isBeforeFirst = true
    var last: Section?
    for block in blocks {
      if case .heading(let level, let content) = block.kind, level <= 2 {
        current = begin(content.plainText, level: level, line: block.lines.lowerBound, known: sections, last: last)
        isBeforeFirst = false
        if let current {
          sections[current] = (block.lines.lowerBound, [])
          last = current
        }
      } else if let current {
        sections[current]?.blocks.append(block)
      } else if isBeforeFirst {
        collector.add(
          .textBeforeSection, at: collector.source.place(ofLine: block.lines.lowerBound),
          "text stands before the first section", hint: "begin with `## \(Section.looks.rawValue)`; what sums the entry up is its summary")
        isBeforeFirst = false
      }
    }
    addMissing(sections)
    return sections
  }

  /// The section that a heading begins; a misspelt one counts as the section it is meant to be.
  private func begin(
    _ title: String, level: Int, line: Int, known: [Section: (line: Int, blocks: [Block])], last: Section?
  ) -> Section? {
    let place = collector.source.place(ofLine: line)
    let titles = Section.allCases.map(\.rawValue)
    let section = Section(rawValue: title) ?? Suggestion.nearest(to: title, among: titles).flatMap(Section.init)
    if level == 1 {
      collector.add(
        .unknownSection, at: place, "a heading of the first level", hint: "the title comes from the front matter; sections begin with ##",
        fix: fix(for: section, at: place, known: known))
    } else if section?.rawValue != title {
      collector.add(
        .unknownSection, at: place, "there is no section '\(title)'", hint: Suggestion.hint(for: title, among: titles),
        fix: fix(for: section, at: place, known: known))
    }
    guard let section else { return nil }
    if let first = known[section]?.line {
      collector.add(
        .duplicateSection, at: place, "the section '\(section.rawValue)' stands here a second time, first in line \(first)",
        hint: "join them")
      return nil
    }
    if let last, last.index > section.index {
      collector.add(
        .sectionOrder, at: place, "the section '\(section.rawValue)' stands behind '\(last.rawValue)'",
        hint: "keep this order: \(titles.joined(separator: ", "))")
    }
    return section
  }

  /// The heading as it should be, when it stands alone on its line and the section is not there yet.
  private func fix(for section: Section?, at place: Place, known: [Section: (line: Int, blocks: [Block])]) -> Fix? {
    guard let section, known[section] == nil, collector.source.scalars[collector.source.range(ofLine: place.line)].first == "#" else {
      return nil
    }
    return Fix(replacing: place, with: "## \(section.rawValue)", isSafe: true)
  }

  private func addMissing(_ sections: [Section: (line: Int, blocks: [Block])]) {
    for (index, section) in Section.allCases.enumerated() where sections[section] == nil {
      let next = Section.allCases[index...].compactMap { sections[$0]?.line }.min()
      collector.add(
        .missingSection, at: collector.source.place(ofLine: next ?? collector.source.lineCount),
        "the section '\(section.rawValue)' is missing", hint: "add `## \(section.rawValue)`" + (next == nil ? "" : " before this line"),
        fix: next.map { Fix(line: $0, column: 1, length: 0, replacement: "## \(section.rawValue)\n\n") })
    }
  }

  // MARK: Topics

  private mutating func topics(of section: Section, _ blocks: [Block]) -> (parts: [Part], topics: [Topic]) {
    guard let prefix = section.anchorPrefix else { return (parts(of: blocks), []) }
    let isTopic = { (block: Block) in if case .heading(3, _) = block.kind { true } else { false } }
    let introduction = blocks.prefix { !isTopic($0) }
    var rest = blocks[introduction.endIndex...]
    let parts = parts(of: introduction)
    var topics: [Topic] = []
    while let heading = rest.popFirst() {
      let content = rest.prefix { !isTopic($0) }
      rest = rest[content.endIndex...]
      topics.append(topic(heading, content, prefix: prefix, section: section))
    }
    return (parts, topics)
  }

  private mutating func topic(_ heading: Block, _ content: ArraySlice<Block>, prefix: String, section: Section) -> Topic {
    var title: [Inline] = []
    if case .heading(_, let inlines) = checked(heading).kind { title = section == .fix ? inlines.withoutLeadingNumber : inlines }
    let plainTitle = title.plainText
    if plainTitle.isEmpty {
      collector.add(
        .emptyValue, at: collector.source.place(ofLine: heading.lines.lowerBound), "this heading has no text",
        hint: "name it, or take it out")
    }
    // A cause may be its heading alone; a step or a question without more helps nobody.
    if content.isEmpty, section != .why {
      collector.add(
        .emptyValue, at: collector.source.place(ofLine: heading.lines.lowerBound), "nothing stands under this heading",
        hint: section == .faq ? "answer the question, or take it out" : "say what to do, or take the step out")
    }
    let parts = parts(of: content)
    if section == .fix { checkRiskOrder(parts) }
    return Topic(
      title: title, plainTitle: plainTitle, anchor: anchors.make(prefix: prefix, title: plainTitle), parts: parts,
      line: heading.lines.lowerBound)
  }
}

extension [Inline] {
  /// A heading's content without the `1.`, `2)` or `3` it may begin with.
  var withoutLeadingNumber: [Inline] {
    guard let first, case .text(let text) = first.kind else { return self }
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    var rest = text.unicodeScalars[digits.endIndex...]
    guard !digits.isEmpty else { return self }
    let isMarked = rest.first == "." || rest.first == ")"
    if isMarked { rest = rest.dropFirst() }
    // "404 pages" keeps its number: only a mark tells that it counts the steps.
    guard isMarked, rest.first == " " else { return self }
    return [Inline(kind: .text(String(rest.drop { $0 == " " })), line: first.line)] + dropFirst()
  }
}
