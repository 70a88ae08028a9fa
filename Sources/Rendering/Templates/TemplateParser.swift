import Cataloging

/// The text of a template to its tags, and what is wrong with how they are written and nested.
///
/// Of mustache this takes what the pages need and what can be checked: names, HTML, sections, partials and remarks.
struct TemplateParser {
  private struct Open {
    let name: String
    let isInverted: Bool
    let place: Place
    var nodes: [TemplateNode] = []
  }

  private let path: String
  private var open: [Open] = []
  private var nodes: [TemplateNode] = []
  private var findings: [Finding] = []

  static func parse(_ text: String, path: String) -> (nodes: [TemplateNode], findings: [Finding]) {
    var parser = TemplateParser(path: path)
    parser.read(Array(text.unicodeScalars))
    return (parser.nodes, parser.findings)
  }

  private init(path: String) { self.path = path }

  // MARK: Tags

  private mutating func read(_ scalars: [Unicode.Scalar]) {
    var line = 1
    var lineStart = 0
    var position = 0
    while position < scalars.count {
      if scalars[position] == "\n" {
        line += 1
        lineStart = position + 1
      }
      guard scalars[position...].starts(with: "{{".unicodeScalars) else {
        position += 1
        continue
      }
      let end = Self.end(of: position, in: scalars)
      let place = Place(path: path, line: line, column: position - lineStart + 1, length: (end ?? position + 2) - position)
      guard let end else {
        add("broken-tag", place, "this tag does not end", hint: "close it with }} on the same line")
        position += 2
        continue
      }
      let isIndented = lineStart < position && scalars[lineStart..<position].allSatisfy { $0 == " " || $0 == "\t" }
      add(tag: String(String.UnicodeScalarView(scalars[position..<end])), place, isIndented: isIndented)
      position = end
    }
    for section in open.reversed() {
      add("unclosed-section", section.place, "the section '\(section.name)' is not closed", hint: "add {{/\(section.name)}}")
      close()
    }
  }

  /// Where the tag that begins at `start` ends: behind its braces, on its own line but for remarks.
  private static func end(of start: Int, in scalars: [Unicode.Scalar]) -> Int? {
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

  private mutating func add(tag: String, _ place: Place, isIndented: Bool) {
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
    case ">": append(TemplateNode(kind: .partial(isIndented: isIndented), name: name, place: place))
    default: append(TemplateNode(kind: isHTML ? .html : .text, name: name, place: place))
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
    append(TemplateNode(kind: .section(isInverted: section.isInverted, section.nodes), name: section.name, place: section.place))
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
