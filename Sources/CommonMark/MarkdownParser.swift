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
    return text.withUTF8 { blocks(of: $0, fromLine: 1) }
  }

  /// The same of a part of a file, in UTF-8, whose first line has another number.
  package static func blocks(of text: ArraySlice<UInt8>, fromLine line: Int) -> [Block] {
    text.withUnsafeBufferPointer { blocks(of: $0, fromLine: line) }
  }

  private static func blocks(of text: UnsafeBufferPointer<UInt8>, fromLine line: Int) -> [Block] {
    let document = text.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    guard let document else { return [] }
    defer { cmark_node_free(document) }
    var reader = TreeReader(lines: LineCursor(text), linesBefore: line - 1)
    return reader.blocks(in: document, depth: 1)
  }
}

/// Finds lines of a text as libcmark counts them, which also ends one at a lone CR. It goes forward alone.
private struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The line that begins at `start`, from 1 on.
  private var number = 1
  private var start = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// A line, no earlier than the last one asked for, without its end; nil behind the text.
  mutating func line(_ wanted: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
    while number < wanted {
      let end = bytes[start...].firstIndex(where: Self.isLineEnd)
      guard let end else { return nil }
      let isPair = bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n")
      (number, start) = (number + 1, end + (isPair ? 2 : 1))
    }
    return bytes[start...].prefix { !Self.isLineEnd($0) }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}

/// The children of one of libcmark's nodes, in order.
private struct Children: Sequence, IteratorProtocol {
  private var node: OpaquePointer?

  init(of parent: OpaquePointer) {
    node = cmark_node_first_child(parent)
  }

  mutating func next() -> OpaquePointer? {
    guard let node else { return nil }
    self.node = cmark_node_next(node)
    return node
  }

  /// All of them, as what becomes of each is kept in a list.
  var underestimatedCount: Int {
    var (children, count) = (self, 0)
    while children.next() != nil { count += 1 }
    return count
  }
}

/// Copies libcmark's tree into values, from the text's start to its end.
private struct TreeReader {
  typealias Node = OpaquePointer

  var lines: LineCursor
  /// How many lines stand before the text.
  let linesBefore: Int

  // MARK: Blocks

  mutating func blocks(in node: Node, depth: Int) -> [Block] { Children(of: node).map { block(from: $0, depth: depth) } }

  private mutating func block(from node: Node, depth: Int) -> Block {
    let first = max(1, Int(cmark_node_get_start_line(node))) + linesBefore
    let last = max(first, Int(cmark_node_get_end_line(node)) + linesBefore)
    return Block(kind: kind(of: node, depth: depth, line: first), lines: first...last)
  }

  private mutating func kind(of node: Node, depth: Int, line: Int) -> Block.Kind {
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
      return .quote(blocks(in: node, depth: depth + 1))
    case CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE:
      return .paragraph([Inline(kind: .text(flattened(node)), line: line)])
    default:
      return .paragraph(inlines(of: node, depth: depth + 1))
    }
  }

  private mutating func list(from node: Node, depth: Int) -> Block.List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return Block.List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: Children(of: node).map { blocks(in: $0, depth: depth + 1) })
  }

  /// libcmark does not tell the two kinds of code block apart: look at the line the block begins in.
  private mutating func isFence(_ node: Node, info: String, text: String) -> Bool {
    guard info.isEmpty else { return true }
    guard let line = lines.line(Int(cmark_node_get_start_line(node))) else { return false }
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
    let children = Children(of: node)
    inlines.reserveCapacity(children.underestimatedCount)
    // A run of texts, and the line it begins in.
    var run: (text: String, line: Int)?
    for child in children {
      // A break has no line of its own.
      let start = Int(cmark_node_get_start_line(child))
      let line = start > 0 ? start + linesBefore : run?.line ?? inlines.last?.line ?? 1
      switch kind(of: child, depth: depth) {
      case .text(let text) where run == nil: run = (text, line)
      case .text(let text): run?.text += text
      case let kind:
        if let run { inlines.append(Inline(kind: .text(run.text), line: run.line)) }
        run = nil
        inlines.append(Inline(kind: kind, line: line))
      }
    }
    if let run { inlines.append(Inline(kind: .text(run.text), line: run.line)) }
    return inlines
  }

  private func kind(of node: Node, depth: Int) -> Inline.Kind {
    let content = { inlines(of: node, depth: depth + 1) }
    return switch cmark_node_get_type(node) {
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
