import CommonMark
import Decoding

/// Markdown's tree as Markdown again, with the captures' examples in it and every link whole.
struct MarkdownWriter {
  let fill: Fill
  /// What addresses from the site's root begin with.
  let base: String

  func text(of blocks: [Block]) -> String { blocks.map(text(of:)).joined(separator: "\n\n") }

  func text(of block: Block) -> String {
    switch block.kind {
    case .paragraph(let content): text(of: content)
    case .heading(let level, let content): "\(String(repeating: "#", count: max(level, 4))) \(text(of: content))"
    case .fence(let info, let text): MarkdownText.fence(text, language: info.split(separator: " ").first.map(String.init) ?? "")
    case .indentedCode(let text): MarkdownText.fence(text, language: "")
    case .list(let list): text(of: list)
    case .quote(let blocks): quoted(text(of: blocks))
    case .thematicBreak: "---"
    case .html(let text): MarkdownText.escaped(text)
    }
  }

  func text(of inlines: [Inline]) -> String { inlines.map(text(of:)).joined() }

  private func text(of inline: Inline) -> String {
    switch inline.kind {
    case .text(let text): return MarkdownText.escaped(fill.text(of: text))
    case .code(let text): return MarkdownText.code(fill.text(of: text))
    case .emphasis(let content): return "*\(text(of: content))*"
    case .strong(let content): return "**\(text(of: content))**"
    case .softBreak: return "\n"
    case .lineBreak: return "\\\n"
    case .image(_, _, let content): return text(of: content)
    case .html(let text): return MarkdownText.escaped(text)
    case .link(let destination, _, let content):
      guard let address = Address.href(for: destination, root: base) else { return text(of: content) }
      return "[\(text(of: content))](\(MarkdownText.destination(address)))"
    }
  }

  private func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
  }

  private func text(of list: Block.List) -> String {
    let items = list.items.enumerated().map { index, blocks in
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let content = blocks.map(text(of:)).joined(separator: list.isTight ? "\n" : "\n\n")
      let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
      let indent = String(repeating: " ", count: mark.utf8.count)
      return mark + lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : indent + $1 }.joined(separator: "\n")
    }
    return items.joined(separator: list.isTight ? "\n" : "\n\n")
  }
}

extension MarkdownText {
  static func link(_ text: String, to address: String) -> String { "[\(escaped(text))](\(destination(address)))" }
}
