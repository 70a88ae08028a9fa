import CommonMark
import Decoding

extension BodyParser {
  /// The block with its links rewritten to addresses of the site; reports what CommonMark allows and an entry does not.
  mutating func checked(_ block: Block) -> Block {
    let lines = block.lines
    switch block.kind {
    case .paragraph(let content): return Block(kind: .paragraph(paragraph(content, lines: lines)), lines: lines)
    case .heading(let level, let content):
      return Block(kind: .heading(level: level, content: heading(content, lines: lines)), lines: lines)
    case .list(let list):
      let items = list.items.map { item in item.map { nested($0) } }
      return Block(kind: .list(Block.List(start: list.start, isTight: list.isTight, items: items)), lines: lines)
    case .quote(let blocks): return Block(kind: .quote(blocks.map { nested($0) }), lines: lines)
    case .fence(let info, let text):
      checkFinished(text, lines: lines)
      checkedInfo(info, line: lines.lowerBound)
    case .html: addHTML(at: collector.source.place(ofLine: lines.lowerBound))
    case .indentedCode, .thematicBreak: break
    }
    return block
  }

  /// The content without its number, where headings have numbers.
  mutating func heading(_ content: [Inline], lines: ClosedRange<Int>, isNumbered: Bool = false) -> [Inline] {
    let title = content.withoutLeadingNumber
    collector.addIfUnfinished(title, at: collector.source.place(ofLine: lines.lowerBound))
    return inlines(isNumbered ? title : content, lines: lines)
  }

  /// The lines of a fence, in which the mark may stand behind the sign of a comment.
  func checkFinished(_ text: String, lines: ClosedRange<Int>) {
    guard text.holds(":") else { return }
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "#") }
      collector.addIfUnfinished(text, at: collector.source.place(ofLine: lines.lowerBound + 1 + index))
    }
  }

  private mutating func nested(_ block: Block) -> Block {
    if case .fence(let info, _) = block.kind, FenceInfo.isCommand(info) {
      collector.add(
        .nestedCommand, at: collector.source.place(ofLine: block.lines.lowerBound), "a command stands inside a list or a quote",
        hint: "let it begin in the first column, outside of the list: then it gets its tab, its risk and its copy button")
      return block
    }
    return checked(block)
  }

  private func addHTML(at place: Place) {
    collector.add(
      .rawHTML, at: place, "raw HTML is not shown", hint: "write Markdown; a < that is meant is written \\< or put between backticks")
  }

  private mutating func paragraph(_ content: [Inline], lines: ClosedRange<Int>) -> [Inline] {
    collector.addIfUnfinished(content, at: collector.source.place(ofLine: lines.lowerBound))
    for line in lines where isDelimiterRow(line) {
      collector.add(.table, at: collector.source.place(ofLine: line), "tables are not part of CommonMark", hint: "write a list")
    }
    return inlines(content, lines: lines)
  }

  private func isDelimiterRow(_ line: Int) -> Bool {
    let scalars = collector.source.scalars[collector.source.range(ofLine: line)]
    return scalars.allSatisfy { "|-: \t>".unicodeScalars.contains($0) } && scalars.contains("|") && scalars.contains("-")
  }

  // MARK: Inlines

  private mutating func inlines(_ inlines: [Inline], lines: ClosedRange<Int>) -> [Inline] {
    var cursor = BlockCursor(lines, in: collector.source)
    return checked(inlines, &cursor) ?? inlines
  }

  /// Nil when it stays as it is.
  private mutating func checked(_ inlines: [Inline], _ cursor: inout BlockCursor) -> [Inline]? {
    var result = inlines
    var isChanged = false
    var references = cursor
    for (index, inline) in inlines.enumerated() {
      var changed: Inline.Kind?
      switch inline.kind {
      case .text(let text):
        guard text.holds("{", or: "]") else { continue }
        checkReferences(text, line: inline.line, &references)
        checkDeclared(text, line: inline.line, &cursor)
      case .code(let text): checkDeclared(text, line: inline.line, &cursor)
      case .emphasis(let content): changed = checked(content, &cursor).map { .emphasis($0) }
      case .strong(let content): changed = checked(content, &cursor).map { .strong($0) }
      case .link(let destination, let title, let content):
        let content = checked(content, &cursor) ?? content
        changed = .link(destination: resolved(destination, line: inline.line, &cursor), title: title, content: content)
      case .image:
        collector.add(
          .image, at: cursor.next("![", line: inline.line), "images are not shown",
          hint: "say in words what it shows, or put its text into a fence")
      case .html(let text): addHTML(at: cursor.next(text, line: inline.line))
      case .softBreak, .lineBreak: break
      }
      guard let changed else { continue }
      result[index] = Inline(kind: changed, line: inline.line)
      isChanged = true
    }
    return isChanged ? result : nil
  }

  private mutating func resolved(_ destination: String, line: Int, _ cursor: inout BlockCursor) -> String {
    let place = cursor.next(destination, line: line)
    switch links.resolve(destination) {
    case .external: return destination
    case .page(let address, let target):
      let isFound = place.length == destination.unicodeScalars.count
      mentions.append(Mention(target: target, written: isFound ? destination : nil, place: place))
      return address
    case .broken(let rule, let message, let hint):
      collector.add(rule, at: place, message, hint: hint)
      return destination
    }
  }

  /// `[text][name]` that libcmark left as text has no definition.
  private func checkReferences(_ text: String, line: Int, _ cursor: inout BlockCursor) {
    guard text.holds("]") else { return }
    let scalars = text.scalars
    for index in scalars.indices.dropFirst() where scalars[index] == "[" && scalars[index - 1] == "]" {
      let name = scalars[(index + 1)...].prefix { $0 != "]" }
      guard !name.isEmpty, name.endIndex < scalars.endIndex else { continue }
      let reference = String(scalars: scalars[(index - 1)...name.endIndex])
      let place = cursor.next(reference, line: line)
      // Escaped brackets have a backslash between them, and are not found.
      guard place.length == reference.unicodeScalars.count else { continue }
      collector.add(
        .unresolvedReference, at: Place(path: place.path, line: place.line, column: place.column + 1, length: place.length - 1),
        "there is no reference '\(String(scalars: name))'",
        hint: "write [text](address), or add a line `[name]: address`; brackets of code stand between backticks")
    }
  }

  // MARK: Placeholders

  /// Reports placeholders that no signature declares.
  func checkDeclared(_ text: String, lines: ClosedRange<Int>) {
    var cursor = BlockCursor(lines, in: collector.source)
    checkDeclared(text, line: lines.lowerBound, &cursor)
  }

  private func checkDeclared(_ text: String, line: Int, _ cursor: inout BlockCursor) {
    guard text.holds("{") else { return }
    for name in captures.undeclared(in: text) {
      captures.addUndeclared(name, at: cursor.nextPlaceholder(name, line: line), to: collector)
    }
  }
}
