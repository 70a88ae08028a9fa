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

    fileprivate static let titles = allCases.map(\.rawValue)

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
    /// Those of its causes, steps and questions.
    let anchors: Set<String>
    /// The line of the questions' heading; nil when it is missing.
    let questionsLine: Int?
  }

  static func parse(_ collector: FindingCollector, fromLine line: Int, captures: Captures, links: LinkResolver) -> Result {
    var parser = BodyParser(collector: collector, captures: captures, links: links)
    let sections = parser.sections(of: blocks(of: collector.source, fromLine: line))
    let looks = parser.topics(of: .looks, sections)
    let why = parser.topics(of: .why, sections)
    let fix = parser.topics(of: .fix, sections)
    let prevention = parser.topics(of: .prevention, sections)
    let faq = parser.topics(of: .faq, sections)
    return Result(
      body: EntryBody(
        looks: looks.parts, why: why.parts, causes: why.topics, fix: fix.parts, steps: fix.topics, prevention: prevention.parts,
        faqIntroduction: faq.parts, questions: faq.topics),
      mentions: parser.mentions, anchors: parser.anchors.used, questionsLine: sections[.faq]?.line)
  }

  private init(collector: FindingCollector, captures: Captures, links: LinkResolver) {
    self.collector = collector
    self.captures = captures
    self.links = links
  }

  /// The blocks of the body, with the lines of the file.
  private static func blocks(of source: SourceText, fromLine line: Int) -> [Block] {
    // It begins with what is left of the line before, nothing, so that a byte-order mark is no mark there.
    var text = source.utf8(source.range(ofLine: line - 1).upperBound..<source.scalars.count)
    if !source.isPlain, let first = text.firstIndex(of: UInt8(ascii: "\r")) { text = withoutReturns(text, from: first) }
    return MarkdownParser.blocks(of: text, fromLine: line - 1)
  }

  /// LF in place of CRLF, and a blank in place of a lone CR, which libcmark would count as a line.
  private static func withoutReturns(_ text: ArraySlice<UInt8>, from first: Int) -> ArraySlice<UInt8> {
    var result = text[..<first]
    for index in first..<text.endIndex {
      if text[index] != UInt8(ascii: "\r") {
        result.append(text[index])
      } else if index + 1 == text.endIndex || text[index + 1] != UInt8(ascii: "\n") {
        result.append(UInt8(ascii: " "))
      }
    }
    return result
  }

  // MARK: Sections

  /// Where the sections stand that the body has.
  private struct Sections {
    typealias Found = (line: Int, blocks: ArraySlice<Block>)

    private var found: [Found?] = Array(repeating: nil, count: Section.allCases.count)

    subscript(section: Section) -> Found? {
      get { found[section.index] }
      set { found[section.index] = newValue }
    }
  }

  private mutating func sections(of blocks: [Block]) -> Sections {
    var sections = Sections()
    var current: Section?
    var isBeforeFirst = true
    var last: Section?
    for (index, block) in blocks.enumerated() {
      if case .heading(let level, let content) = block.kind, level <= 2 {
        current = begin(content.plainText, level: level, line: block.lines.lowerBound, known: sections, last: last)
        isBeforeFirst = false
        if let current {
          let rest = blocks[(index + 1)...]
          sections[current] = (block.lines.lowerBound, rest.prefix { !$0.beginsSection })
          last = current
        }
      } else if current == nil, isBeforeFirst {
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
    _ title: String, level: Int, line: Int, known: Sections, last: Section?
  ) -> Section? {
    let place = collector.source.place(ofLine: line)
    let titles = Section.titles
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
  private func fix(for section: Section?, at place: Place, known: Sections) -> Fix? {
    guard let section, known[section] == nil, collector.source.scalars[collector.source.range(ofLine: place.line)].first == "#" else {
      return nil
    }
    return Fix(replacing: place, with: "## \(section.rawValue)", isSafe: true)
  }

  private func addMissing(_ sections: Sections) {
    for (index, section) in Section.allCases.enumerated() where sections[section] == nil {
      let next = Section.allCases[index...].compactMap { sections[$0]?.line }.min()
      collector.add(
        .missingSection, at: collector.source.place(ofLine: next ?? collector.source.lineCount),
        "the section '\(section.rawValue)' is missing", hint: "add `## \(section.rawValue)`" + (next == nil ? "" : " before this line"),
        fix: next.map { Fix(line: $0, column: 1, length: 0, replacement: "## \(section.rawValue)\n\n") })
    }
  }

  // MARK: Topics

  private mutating func topics(of section: Section, _ sections: Sections) -> (parts: [Part], topics: [Topic]) {
    let blocks = sections[section]?.blocks ?? []
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
    if case .heading(_, let content) = heading.kind {
      title = self.heading(content, lines: heading.lines, isNumbered: section == .fix)
    }
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

extension Block {
  /// Whether it is a heading of the first or second level.
  fileprivate var beginsSection: Bool {
    if case .heading(let level, _) = kind { level <= 2 } else { false }
  }
}

extension [Inline] {
  /// A heading's content without the `1.`, `2)` or `3` it may begin with.
  var withoutLeadingNumber: [Inline] {
    guard let first, case .text(let text) = first.kind else { return self }
    let rest = text.utf8.drop { Unicode.Scalar($0).isDigit }
    // "404 pages" keeps its number: only a mark tells that it counts the steps.
    guard rest.startIndex > text.startIndex, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      rest.dropFirst().first == UInt8(ascii: " ")
    else { return self }
    var content = self
    content[0] = Inline(kind: .text(String(Substring(rest.dropFirst().drop { $0 == UInt8(ascii: " ") }))), line: first.line)
    return content
  }
}
