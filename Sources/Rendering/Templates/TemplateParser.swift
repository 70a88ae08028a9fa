import Cataloging

/// The text of a template to its pieces, and what is wrong with how its tags are written and nested.
///
/// Of mustache this takes what the pages need and what can be checked: names, HTML, sections, partials and remarks. As there, the line of a
/// section's tag, a partial or a remark that stands alone is no part of the text.
struct TemplateParser {
  private struct Open {
    let name: String
    let isInverted: Bool
    let place: Place
    var nodes: [TemplateNode] = []
  }

  private let path: String
  private let scalars: [Unicode.Scalar]
  /// Where the text begins that is not taken yet.
  private var textStart = 0
  private var line = 1
  private var lineStart = 0
  private var open: [Open] = []
  private var nodes: [TemplateNode] = []
  private var findings: [Finding] = []

  static func parse(_ text: String, path: String) -> (nodes: [TemplateNode], findings: [Finding]) {
    var parser = TemplateParser(text, path: path)
    parser.read()
    return (parser.nodes, parser.findings)
  }

  private init(_ text: String, path: String) {
    (self.path, scalars) = (path, Array(text.unicodeScalars))
  }

  // MARK: Text

  private mutating func read() {
    var position = 0
    while position < scalars.count {
      guard scalars[position] == "{", scalars[position...].starts(with: "{{".unicodeScalars) else {
        position += 1
        passLines(in: (position - 1)..<position)
        continue
      }
      let end = end(ofTagAt: position)
      let place = Place(path: path, line: line, column: position - lineStart + 1, length: (end ?? position + 2) - position)
      guard let end else {
        add("broken-tag", place, "this tag does not end", hint: "close it with }} on the same line")
        position += 2
        continue
      }
      let tag = text(position..<end)
      if let next = lineAfterTagAlone(position..<end) {
        takeText(upTo: lineStart)
        add(tag: tag, place, indentation: text(lineStart..<position))
        passLines(in: position..<next)
        (position, textStart) = (next, next)
      } else {
        takeText(upTo: position)
        if position == lineStart { append(.lineStart) }
        add(tag: tag, place, indentation: "")
        passLines(in: position..<end)
        (position, textStart) = (end, end)
      }
    }
    takeText(upTo: scalars.count)
    for section in open.reversed() {
      add("unclosed-section", section.place, "the section '\(section.name)' is not closed", hint: "add {{/\(section.name)}}")
      close()
    }
  }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  private mutating func passLines(in range: Range<Int>) {
    for position in range where scalars[position] == "\n" {
      line += 1
      lineStart = position + 1
    }
  }

  private mutating func takeText(upTo end: Int) {
    while textStart < end {
      let lineEnd = scalars[textStart..<end].firstIndex(of: "\n").map { $0 + 1 } ?? end
      if textStart == 0 || scalars[textStart - 1] == "\n" { append(.lineStart) }
      append(.literal(text(textStart..<lineEnd)))
      textStart = lineEnd
    }
  }

  /// Where the line after the tag begins; nil when the tag is a value's, or does not stand alone.
  private func lineAfterTagAlone(_ tag: Range<Int>) -> Int? {
    let isValue = !"#^/>!".unicodeScalars.contains(scalars[tag.lowerBound + 2])
    guard !isValue, textStart <= lineStart, scalars[lineStart..<tag.lowerBound].allSatisfy(Self.isBlank) else { return nil }
    guard let next = scalars[tag.upperBound...].firstIndex(where: { !Self.isBlank($0) }) else { return scalars.count }
    return scalars[next] == "\n" ? next + 1 : nil
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\r" }

  // MARK: Tags

  /// Where the tag that begins at `start` ends: behind its braces, on its own line but for remarks.
  private func end(ofTagAt start: Int) -> Int? {
    let isHTML = scalars[start...].starts(with: "{{{".unicodeScalars)
    let isRemark = scalars[start...].starts(with: "{{!".unicodeScalars)
    let braces = isHTML ? "}}}" : "}}"
    var position = start + 2
    while position < scalars.count, isRemark || scalars[position] != "\n" {
      if scalars[position...].starts(with: braces.unicodeScalars) { return position + braces.unicodeScalars.count }
      position += 1
    }
    return nil
  }

  private mutating func add(tag: String, _ place: Place, indentation: String) {
    let isHTML = tag.hasPrefix("{{{")
    let content = tag.dropFirst(isHTML ? 3 : 2).dropLast(isHTML ? 3 : 2)
    let sign = isHTML ? nil : content.first.flatMap { "#^/>!".contains($0) ? $0 : nil }
    if sign == "!" { return }
    let name = String(content.dropFirst(sign == nil ? 0 : 1).trimmingBlanks)
    guard sign == ">" ? Self.isPath(name) : Self.isName(name) else {
      return add(
        "broken-tag", place, "'\(tag)' is no tag of a template",
        hint: "use {{name}}, {{{name}}} for HTML, {{#name}} or {{^name}} with {{/name}}, {{>partials/name}} or {{! remark }}")
    }
    switch sign {
    case "#", "^": open.append(Open(name: name, isInverted: sign == "^", place: place))
    case "/": close(name, at: place)
    case ">": append(.tag(TemplateTag(kind: .partial(indentation: indentation), name: name, place: place)))
    default: append(.tag(TemplateTag(kind: isHTML ? .html : .text, name: name, place: place)))
    }
  }

  private static func isName(_ name: String) -> Bool {
    name == "." || !name.isEmpty && name.utf8.allSatisfy(isLetterOrDigit)
  }

  private static func isPath(_ path: String) -> Bool {
    !path.isEmpty && path.utf8.allSatisfy { isLetterOrDigit($0) || "-_./".utf8.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }

  // MARK: Sections

  private mutating func append(_ node: TemplateNode) {
    if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
  }

  private mutating func close() {
    guard let section = open.popLast() else { return }
    let tag = TemplateTag(kind: .section(isInverted: section.isInverted, section.nodes), name: section.name, place: section.place)
    append(.tag(tag))
  }

  private mutating func close(_ name: String, at place: Place) {
    guard let last = open.last else {
      return add("stray-end", place, "no section is open here", hint: "take it out, or add {{#\(name)}} before it")
    }
    guard last.name != name else { return close() }
    add(
      "stray-end", place, "this closes '\(name)', but the section open here is '\(last.name)' of line \(last.place.line)",
      hint: "close '\(last.name)' first: {{/\(last.name)}}")
    guard open.contains(where: { $0.name == name }) else { return }
    while let inner = open.last {
      close()
      if inner.name == name { return }
    }
  }

  private mutating func add(_ rule: String, _ place: Place, _ message: String, hint: String) {
    findings.append(Finding(rule: rule, place: place, message: message, hint: hint))
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    return start.lastIndex { $0 != " " && $0 != "\t" }.map { start[...$0] } ?? ""
  }
}
