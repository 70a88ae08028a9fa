import CCmark

/// Markdown text to blocks, by libcmark. The only file that holds its pointers.
public enum MarkdownParser {
  /// Of the library that parses, which is found when the program starts.
  public static var libraryVersion: String { String(cString: cmark_version_string()) }

  /// How deep blocks and inlines may nest; what lies deeper becomes one piece of text.
  static let depthLimit = 64

  /// Parses a whole document. Every text is Markdown, so nothing can fail.
  ///
  /// Reference links are resolved; a `[text][name]` without definition stays text. Neighbouring pieces of text are joined.
  ///
  /// - Complexity: O(n) in the bytes of `text`; the recursion is bounded.
  public static func blocks(of text: String) -> [Block] {
    var text = text
    let document = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }
    guard let document else { return [] }
    defer { cmark_node_free(document) }
    return text.withUTF8 { TreeReader(lines: Lines($0)).blocks(of: document) }
  }
}

/// The lines of a text as libcmark counts them, which also ends one at a lone CR.
private struct Lines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let ranges: [Range<Int>]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
      let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
      ranges.append(start..<end)
      start = index + 1
    }
    self.ranges = ranges + [start..<bytes.count]
  }

  /// Nil behind the last line.
  subscript(index: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
    ranges.indices.contains(index) ? bytes[ranges[index]] : nil
  }
}

/// Copies libcmark's tree into values.
private struct TreeReader {
  typealias Node = OpaquePointer

  let lines: Lines

  func blocks(of document: Node) -> [Block] { children(of: document).map { block(from: $0, depth: 1) } }

  private func children(of node: Node) -> [Node] {
    var children: [Node] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(child)
      next = cmark_node_next(child)
    }
    return children
  }

  // MARK: Blocks

  private func block(from node: Node, depth: Int) -> Block {
    let first = max(1, Int(cmark_node_get_start_line(node)))
    let last = max(first, Int(cmark_node_get_end_line(node)))
    return Block(kind: kind(of: node, depth: depth, line: first), lines: first...last)
  }

  private func kind(of node: Node, depth: Int, line: Int) -> Block.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), content: inlines(of: node, depth: depth + 1))
    case CMARK_NODE_CODE_BLOCK:
      let info = string(cmark_node_get_fence_info(node))
      let text = string(cmark_node_get_literal(node))
      return isFence(node, info: info, text: text) ? .fence(info: info, text: text) : .indentedCode(text)
    case CMARK_NODE_THEMATIC_BREAK:
      return .thematicBreak
    case CMARK_NODE_HTML_BLOCK:
      return .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_LIST where depth < MarkdownParser.depthLimit:
      return .list(list(from: node, depth: depth))
    case CMARK_NODE_BLOCK_QUOTE where depth < MarkdownParser.depthLimit:
      return .quote(children(of: node).map { block(from: $0, depth: depth + 1) })
    case CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE:
      return .paragraph([Inline(kind: .text(flattened(node)), line: line)])
    default:
      return .paragraph(inlines(of: node, depth: depth + 1))
    }
  }

  private func list(from node: Node, depth: Int) -> Block.List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return Block.List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: children(of: node).map { item in children(of: item).map { block(from: $0, depth: depth + 1) } })
  }

  /// libcmark does not tell the two kinds of code block apart: look at the line the block begins in.
  private func isFence(_ node: Node, info: String, text: String) -> Bool {
    guard info.isEmpty else { return true }
    guard let line = lines[Int(cmark_node_get_start_line(node)) - 1] else { return false }
    let opening = line.dropFirst(max(0, Int(cmark_node_get_start_column(node)) - 1))
    guard let mark = opening.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let run = opening.prefix { !isBlank($0) }
    // An indented block may begin with the characters of a fence; only then are they also its text.
    return run.count >= 3 && run.allSatisfy { $0 == mark } && !text.utf8.drop(while: isBlank).starts(with: run + [UInt8(ascii: "\n")])
  }

  // MARK: Inlines

  private func inlines(of node: Node, depth: Int) -> [Inline] {
    var inlines: [Inline] = []
    for child in children(of: node) {
      let inline = inline(from: child, depth: depth, previousLine: inlines.last?.line ?? 1)
      if case .text(let next) = inline.kind, let last = inlines.last, case .text(let previous) = last.kind {
        inlines[inlines.count - 1] = Inline(kind: .text(previous + next), line: last.line)
      } else {
        inlines.append(inline)
      }
    }
    return inlines
  }

  private func inline(from node: Node, depth: Int, previousLine: Int) -> Inline {
    let content = { inlines(of: node, depth: depth + 1) }
    let kind: Inline.Kind =
      switch cmark_node_get_type(node) {
      case CMARK_NODE_CODE: .code(string(cmark_node_get_literal(node)))
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_HTML_INLINE: .html(string(cmark_node_get_literal(node)))
      case CMARK_NODE_TEXT: .text(string(cmark_node_get_literal(node)))
      case _ where depth >= MarkdownParser.depthLimit: .text(flattened(node))
      case CMARK_NODE_EMPH: .emphasis(content())
      case CMARK_NODE_STRONG: .strong(content())
      case CMARK_NODE_LINK:
        .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)), content: content())
      case CMARK_NODE_IMAGE:
        .image(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)), content: content())
      default: .text(flattened(node))
      }
    // A break has no line of its own.
    let line = Int(cmark_node_get_start_line(node))
    return Inline(kind: kind, line: line > 0 ? line : previousLine)
  }

  /// All literals below a node, without recursion.
  private func flattened(_ node: Node) -> String {
    guard let iterator = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(iterator) }
    var text = ""
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard let current = cmark_iter_get_node(iterator), cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER else { continue }
      switch cmark_node_get_type(current) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: text += string(cmark_node_get_literal(current))
      }
    }
    return text
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
