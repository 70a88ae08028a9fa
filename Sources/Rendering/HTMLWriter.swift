import CommonMark

/// Markdown's tree as HTML. Nothing of it but its own elements reaches the page unescaped.
struct HTMLWriter {
  let fill: Fill
  /// The way from the page to the site's root, ending in `/`.
  let root: String
  /// Addresses from the site's root of pages that the site lacks, to which nothing is linked.
  var missing: Set<String> = []

  func html(of blocks: [Block]) -> String {
    var html = ""
    append(blocks, to: &html)
    return html
  }

  func html(of block: Block) -> String { html(of: [block]) }

  func html(of inlines: [Inline]) -> String {
    var html = ""
    append(inlines, to: &html)
    return html
  }

  // MARK: Blocks

  private func append(_ blocks: [Block], to html: inout String) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { html += "\n" }
      append(block, to: &html)
    }
  }

  private func append(_ block: Block, to html: inout String) {
    switch block.kind {
    case .paragraph(let content): append(content, in: "p", to: &html)
    // Pages have headings of their own down to the third level.
    case .heading(let level, let content): append(content, in: "h\(min(max(level, 3), 6))", to: &html)
    case .fence(let info, let text): appendSnippet(text, language: info.split(separator: " ").first.map(String.init), to: &html)
    case .indentedCode(let text): appendSnippet(text, language: nil, to: &html)
    case .list(let list): append(list, to: &html)
    case .quote(let blocks):
      html += "<blockquote>\n"
      append(blocks, to: &html)
      html += "\n</blockquote>"
    case .thematicBreak: html += "<hr>"
    case .html(let text): html += "<p>\(HTML.escaped(text))</p>"
    }
  }

  private func appendSnippet(_ text: String, language: String?, to html: inout String) {
    let language = language == "text" ? nil : language
    html += "<figure class=\"snippet\">\n"
    if let language { html += "<p class=\"snippet-head\">\(HTML.escaped(language))</p>\n" }
    let label = language.map { HTML.escaped("Snippet: \($0)") } ?? "Text"
    html += "<pre tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"><code>"
    html += HTML.escaped(HTML.visible(text.hasSuffix("\n") ? String(text.dropLast()) : text))
    html += "</code></pre>\n</figure>"
  }

  private func append(_ list: Block.List, to html: inout String) {
    let element = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    html += "<\(element)\(start)>\n"
    for item in list.items {
      html += "<li>"
      if list.isTight { appendTight(item, to: &html) } else { append(item, to: &html) }
      html += "</li>\n"
    }
    html += "</\(element)>"
  }

  private func appendTight(_ blocks: [Block], to html: inout String) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { html += "\n" }
      if case .paragraph(let content) = block.kind { append(content, to: &html) } else { append(block, to: &html) }
    }
  }

  // MARK: Inlines

  private func append(_ inlines: [Inline], to html: inout String) {
    for inline in inlines { append(inline, to: &html) }
  }

  private func append(_ inline: Inline, to html: inout String) {
    switch inline.kind {
    case .text(let text): html += fill.html(of: text)
    case .code(let text): html += "<code>\(fill.html(of: HTML.visible(text)))</code>"
    case .emphasis(let content): append(content, in: "em", to: &html)
    case .strong(let content): append(content, in: "strong", to: &html)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .image(_, _, let content): append(content, to: &html)
    case .html(let text): html += HTML.escaped(text)
    case .link(let destination, let title, let content):
      guard !missing.contains(destination), let href = Address.href(for: destination, root: root) else { return append(content, to: &html) }
      html += "<a href=\"\(HTML.escaped(href))\""
      if !title.isEmpty { html += " title=\"\(HTML.escaped(title))\"" }
      html += ">"
      append(content, to: &html)
      html += "</a>"
    }
  }

  private func append(_ content: [Inline], in element: String, to html: inout String) {
    html += "<\(element)>"
    append(content, to: &html)
    html += "</\(element)>"
  }
}
