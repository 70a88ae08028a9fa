extension Sequence<Inline> {
  /// The text a reader sees: code spans verbatim, links and images by their text, a soft break as a blank.
  public var plainText: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .emphasis(let content), .strong(let content): content.plainText
      case .link(_, _, let content), .image(_, _, let content): content.plainText
      case .softBreak: " "
      case .lineBreak: "\n"
      case .html: ""
      }
    }.joined()
  }
}

extension Sequence<Block> {
  /// The text a reader sees: fences as their lines, list items behind `- ` or their number, blocks separated by an empty line.
  public var plainText: String {
    map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Block {
  /// The block's text, without a final new line; empty for a thematic break and for HTML.
  public var plainText: String {
    switch kind {
    case .paragraph(let content), .heading(_, let content): content.plainText
    case .fence(_, let text), .indentedCode(let text): text.hasSuffix("\n") ? String(text.dropLast()) : text
    case .list(let list): list.plainText
    case .quote(let blocks): blocks.plainText
    case .thematicBreak, .html: ""
    }
  }
}

extension Block.List {
  fileprivate var plainText: String {
    items.enumerated().map { index, blocks in
      let marker = start.map { "\($0 + index). " } ?? "- "
      let text = isTight ? blocks.map(\.plainText).joined(separator: "\n") : blocks.plainText
      let indentation = String(repeating: " ", count: marker.count)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return marker + lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : indentation + $1 }.joined(separator: "\n")
    }.joined(separator: isTight ? "\n" : "\n\n")
  }
}
