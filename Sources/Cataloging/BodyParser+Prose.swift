import CommonMark
import Decoding

extension BodyParser {
  /// The block with its links rewritten to addresses of the site; reports what CommonMark allows and an entry does not.
  mutating func checked(_ block: Block) -> Block {
    let lines = block.lines
    checkFinished(block)
    let kind: Block.Kind =
      switch block.kind {
      case .paragraph(let content): .paragraph(paragraph(content, lines: lines))
      case .heading(let level, let content): .heading(level: level, content: inlines(content, lines: lines))
      case .list(let list):
        .list(Block.List(start: list.start, isTight: list.isTight, items: list.items.map { item in item.map { nested($0) } }))
      case .quote(let blocks): .quote(blocks.map { nested($0) })
      case .fence(let info, _):
        snippet(info, block)
      case .html: html(block)
      case .indentedCode, .thematicBreak: block.kind
      }
    return Block(kind: kind, lines: lines)
  }

  /// What stands in lists and quotes comes here block by block too.
  private func checkFinished(_ block: Block) {
    switch block.kind {
    case .heading(_, let content):
      let title = content.withoutLeadingNumber.plainText
      collector.addIfUnfinished(title.utf8, at: collector.source.place(ofLine: block.lines.lowerBound))
    case .paragraph(let content):
      collector.addIfUnfinished(content.plainText.utf8, at: collector.source.place(ofLine: block.lines.lowerBound))
    case .fence(_, let text): checkFinished(text, lines: block.lines)
    case .list, .quote, .html, .indentedCode, .thematicBreak: break
    }
  }

  /// The lines of a fence, in which the mark may stand behind the sign of a comment.
  func checkFinished(_ text: String, lines: ClosedRange<Int>) {
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "#") }
      collector.addIfUnfinished(text, at: collector.source.place(ofLine: lines.lowerBound + 1 + index))
    }
  }

  private mutating func nested(_ block: Block) -> Block {
    if case .fence(let info, _) = block.kind, FenceInfo.parse(info).info.shell != nil {
      collector.add(
        .nestedCommand, at: collector.source.place(ofLine: block.lines.lowerBound), "a command stands inside a list or a quote",
        hint: "let it begin in the first column, outside of the list: then it gets its tab, its risk and its copy button")
      return block
    }
    return checked(block)
  }

  private func snippet(_ info: String, _ block: Block) -> Block.Kind {
    checkedInfo(info, line: block.lines.lowerBound)
    return block.kind
  }

  private func html(_ block: Block) -> Block.Kind {
    addHTML(at: collector.source.place(ofLine: block.lines.lowerBound))
    return block.kind
  }

  private func addHTML(at place: Place) {
    collector.add(
      .rawHTML, at: place, "raw HTML is not shown", hint: "write Markdown; a < that is meant is written \\< or put between backticks")
  }

  private mutating func paragraph(_ content: [Inline], lines: ClosedRange<Int>) -> [Inline] {
    for line in lines where isDelimiterRow(line) {
      collector.add(.table, at: collector.source.place(ofLine: line), "tables are not part of CommonMark", hint: "write a list")
    }
    return inlines(content, lines: lines)
  }

  private func isDelimiterRow(_ line: Int) -> Bool {
    let scalars = collector.source.scalars[collector.source.range(ofLine: line)]
    return scalars.contains("|") && scalars.contains("-") && scalars.allSatisfy { "|-: \t>".unicodeScalars.contains($0) }
  }

  // MARK: Inlines

  private mutating func inlines(_ inlines: [Inline], lines: ClosedRange<Int>) -> [Inline] {
    var cursor = BlockCursor(lines, in: collector.source)
    return checked(inlines, &cursor)
  }

  private mutating func checked(_ inlines: [Inline], _ cursor: inout BlockCursor) -> [Inline] {
    checkReferences(inlines, cursor)
    return inlines.map { inline in
      let kind: Inline.Kind
      switch inline.kind {
      case .text(let text), .code(let text):
        checkDeclared(text, line: inline.line, &cursor)
        kind = inline.kind
      case .emphasis(let content): kind = .emphasis(checked(content, &cursor))
      case .strong(let content): kind = .strong(checked(content, &cursor))
      case .link(let destination, let title, let content):
        let content = checked(content, &cursor)
        kind = .link(destination: resolved(destination, line: inline.line, &cursor), title: title, content: content)
      case .image:
        collector.add(
          .image, at: cursor.next("![", line: inline.line), "images are not shown",
          hint: "say in words what it shows, or put its text into a fence")
        kind = inline.kind
      case .html(let text):
        addHTML(at: cursor.next(text, line: inline.line))
        kind = inline.kind
      case .softBreak, .lineBreak: kind = inline.kind
      }
      return Inline(kind: kind, line: inline.line)
    }
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
  private func checkReferences(_ inlines: [Inline], _ cursor: BlockCursor) {
    var cursor = cursor
    for inline in inlines {
      guard case .text(let text) = inline.kind, text.utf8.contains(UInt8(ascii: "]")) else { continue }
      let scalars = Array(text.unicodeScalars)
      for index in scalars.indices.dropFirst() where scalars[index] == "[" && scalars[index - 1] == "]" {
        let name = scalars[(index + 1)...].prefix { $0 != "]" }
        guard !name.isEmpty, name.endIndex < scalars.endIndex else { continue }
        let reference = String(scalars: scalars[(index - 1)...name.endIndex])
        let place = cursor.next(reference, line: inline.line)
        // Escaped brackets have a backslash between them, and are not found.
        guard place.length == reference.unicodeScalars.count else { continue }
        collector.add(
          .unresolvedReference, at: Place(path: place.path, line: place.line, column: place.column + 1, length: place.length - 1),
          "there is no reference '\(String(scalars: name))'",
          hint: "write [text](address), or add a line `[name]: address`; brackets of code stand between backticks")
      }
    }
  }

  // MARK: Placeholders

  /// Reports placeholders that no signature declares.
  func checkDeclared(_ text: String, lines: ClosedRange<Int>) {
    var cursor = BlockCursor(lines, in: collector.source)
    checkDeclared(text, line: lines.lowerBound, &cursor)
  }

  private func checkDeclared(_ text: String, line: Int, _ cursor: inout BlockCursor) {
    for name in captures.undeclared(in: text) {
      captures.addUndeclared(name, at: cursor.nextPlaceholder(name, line: line), to: collector)
    }
  }
}
