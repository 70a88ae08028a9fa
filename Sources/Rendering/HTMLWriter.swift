import CommonMark

/// Markdown's tree as HTML. Nothing of it but its own elements reaches the page unescaped.
struct HTMLWriter {
  let fill: Fill
  /// The way from the page to the site's root, ending in `/`.
  let root: String
  /// Addresses from the site's root of pages that the site lacks, to which nothing is linked.
  var missing: Set<String> = []

  func html(of blocks: [Block]) -> String { blocks.map(html(of:)).joined(separator: "\n") }

  func html(of block: Block) -> String {
    switch block.kind {
    case .paragraph(let content): "<p>\(html(of: content))</p>"
    case .heading(let level, let content): heading(level: level, content: content)
    case .fence(let info, let text): snippet(text, language: info.split(separator: " ").first.map(String.init))
    case .indentedCode(let text): snippet(text, language: nil)
    case .list(let list): html(of: list)
    case .quote(let blocks): "<blockquote>\n\(html(of: blocks))\n</blockquote>"
    case .thematicBreak: "<hr>"
    case .html(let text): "<p>\(HTML.escaped(text))</p>"
    }
  }

  func html(of inlines: [Inline]) -> String { inlines.map(html(of:)).joined() }

  private func html(of inline: Inline) -> String {
    switch inline.kind {
    case .text(let text): return fill.html(of: text)
    case .code(let text): return "<code>\(fill.html(of: HTML.visible(text)))</code>"
    case .emphasis(let content): return "<em>\(html(of: content))</em>"
    case .strong(let content): return "<strong>\(html(of: content))</strong>"
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    case .image(_, _, let content): return html(of: content)
    case .html(let text): return HTML.escaped(text)
    case .link(let destination, let title, let content):
      guard !missing.contains(destination), let href = Address.href(for: destination, root: root) else { return html(of: content) }
      let tip = title.isEmpty ? "" : " title=\"\(HTML.escaped(title))\""
      return "<a href=\"\(HTML.escaped(href))\"\(tip)>\(html(of: content))</a>"
    }
  }

  /// Pages have headings of their own down to the third level.
  private func heading(level: Int, content: [Inline]) -> String {
    let level = min(max(level, 3), 6)
    return "<h\(level)>\(html(of: content))</h\(level)>"
  }

  private func snippet(_ text: String, language: String?) -> String {
    let language = language == "text" ? nil : language
    let head = language.map { "<p class=\"snippet-head\">\(HTML.escaped($0))</p>\n" } ?? ""
    let label = language.map { HTML.escaped("Snippet: \($0)") } ?? "Text"
    let code = HTML.escaped(HTML.visible(text.hasSuffix("\n") ? String(text.dropLast()) : text))
    let box = "<pre tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"><code>\(code)</code></pre>"
    return "<figure class=\"snippet\">\n\(head)\(box)\n</figure>"
  }

  private func html(of list: Block.List) -> String {
    let element = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let items = list.items.map { "<li>\(list.isTight ? tight($0) : html(of: $0))</li>" }
    return "<\(element)\(start)>\n\(items.joined(separator: "\n"))\n</\(element)>"
  }

  private func tight(_ blocks: [Block]) -> String {
    blocks.map { block in
      if case .paragraph(let content) = block.kind { html(of: content) } else { html(of: block) }
    }.joined(separator: "\n")
  }
}
