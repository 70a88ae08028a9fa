import CommonMark
import Decoding

/// Markdown's tree as Markdown again, with the captures' examples in it and every link whole.
struct MarkdownWriter {
  private static let newLine = UInt8(ascii: "\n")

  let fill: Fill
  /// What addresses from the site's root begin with.
  let base: String

  // MARK: Blocks

  func append(_ blocks: [Block], isTight: Bool = false, to text: inout [UInt8]) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { text.append(isTight ? "\n" : "\n\n") }
      append(block, to: &text)
    }
  }

  func append(_ block: Block, to text: inout [UInt8]) {
    switch block.kind {
    case .paragraph(let content): append(content, to: &text)
    case .heading(let level, let content):
      text.append(String(repeating: "#", count: max(level, 4)))
      text.append(" ")
      append(content, to: &text)
    case .fence(let info, let code):
      text.append(MarkdownText.fence(code, language: info.split(separator: " ").first.map(String.init) ?? ""))
    case .indentedCode(let code): text.append(MarkdownText.fence(code, language: ""))
    case .list(let list): append(list, to: &text)
    case .quote(let blocks): appendLines(of: blocks, to: &text) { isFirst, _ in isFirst ? "> " : "\n> " }
    case .thematicBreak: text.append("---")
    case .html(let html): text.append(MarkdownText.escaped(html))
    }
  }

  private func append(_ list: Block.List, to text: inout [UInt8]) {
    for (index, item) in list.items.enumerated() {
      if index > 0 { text.append(list.isTight ? "\n" : "\n\n") }
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let indented = "\n" + String(repeating: " ", count: mark.utf8.count)
      appendLines(of: item, isTight: list.isTight, to: &text) { isFirst, isEmpty in isFirst ? mark : isEmpty ? "\n" : indented }
    }
  }

  /// - Parameter opening: What stands before a line, with the end of the line before it.
  private func appendLines(
    of blocks: [Block], isTight: Bool = false, to text: inout [UInt8], opening: (_ isFirst: Bool, _ isEmpty: Bool) -> String
  ) {
    var inner: [UInt8] = []
    append(blocks, isTight: isTight, to: &inner)
    inner.withUnsafeBufferPointer { inner in
      var start = 0
      while start <= inner.count {
        let end = inner.place(of: Self.newLine, from: start)
        text.append(opening(start == 0, start == end))
        text.append(contentsOf: UnsafeBufferPointer(rebasing: inner[start..<end]))
        start = end + 1
      }
    }
  }

  // MARK: Inlines

  func append(_ inlines: [Inline], to text: inout [UInt8]) {
    for inline in inlines { append(inline, to: &text) }
  }

  private func append(_ inline: Inline, to text: inout [UInt8]) {
    switch inline.kind {
    case .text(let words): text.append(MarkdownText.escaped(fill.text(of: words)))
    case .code(let code): text.append(MarkdownText.code(fill.text(of: code)))
    case .emphasis(let content): append("*", content, to: &text)
    case .strong(let content): append("**", content, to: &text)
    case .softBreak: text.append(Self.newLine)
    case .lineBreak: text.append("\\\n")
    case .image(_, _, let content): append(content, to: &text)
    case .html(let html): text.append(MarkdownText.escaped(html))
    case .link(let destination, _, let content):
      guard let address = Address.href(for: destination, root: base) else { return append(content, to: &text) }
      text.append("[")
      append(content, to: &text)
      text.append("](")
      text.append(MarkdownText.destination(address))
      text.append(")")
    }
  }

  private func append(_ mark: String, _ content: [Inline], to text: inout [UInt8]) {
    text.append(mark)
    append(content, to: &text)
    text.append(mark)
  }
}

extension MarkdownText {
  static func link(_ text: String, to address: String) -> String { "[\(escaped(text))](\(destination(address)))" }
}
