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

/// Pieces of Markdown that mean what they say.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(escapedLine).joined(separator: "\n")
  }

  /// A text's marks, and what makes a block at a line's start.
  private static func escapedLine(_ line: Substring) -> String {
    var result = String.UnicodeScalarView()
    let digits = line.unicodeScalars.prefix { (0x30...0x39).contains($0.value) }.count
    let scalars = Array(line.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let beginsBlock = index == 0 && "#+-=>~".unicodeScalars.contains(scalar)
      let isNumber = digits > 0 && index == digits && (scalar == "." || scalar == ")")
      let beginsEntity = scalar == "&" && index + 1 < scalars.count && (scalars[index + 1] == "#" || scalars[index + 1].isWordScalar)
      if beginsBlock || isNumber || beginsEntity || "\\`*_[]<".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  static func code(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let mark = String(repeating: "`", count: longestRun(in: text) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return mark + pad + text + pad + mark
  }

  static func fence(_ text: String, language: String) -> String {
    let mark = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return "\(mark)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(mark)"
  }

  static func link(_ text: String, to address: String) -> String { "[\(escaped(text))](\(destination(address)))" }

  /// An address that nothing in it can end.
  static func destination(_ address: String) -> String {
    address.unicodeScalars.map { scalar in
      let isKept = scalar.value > 0x20 && scalar.value < 0x7F && !"<>()\\".unicodeScalars.contains(scalar)
      return isKept ? String(scalar) : percentEncoded(scalar)
    }.joined()
  }

  private static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  private static func longestRun(in text: String) -> Int {
    text.split { $0 != "`" }.map(\.count).max() ?? 0
  }
}
