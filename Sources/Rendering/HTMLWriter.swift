import CommonMark

/// Markdown's tree as HTML. Nothing of it but its own elements reaches the page unescaped.
struct HTMLWriter {
  /// Most paragraphs are shorter.
  private static let capacity = 512

  let fill: Fill
  /// The way from the page to the site's root, ending in `/`.
  let root: String
  /// Addresses from the site's root of pages that the site lacks, to which nothing is linked.
  var missing: Set<String> = []

  func html(of blocks: [Block]) -> HTML {
    var html = HTML(capacity: Self.capacity)
    append(blocks, to: &html)
    return html
  }

  func html(of block: Block) -> HTML {
    var html = HTML(capacity: Self.capacity)
    append(block, to: &html)
    return html
  }

  func html(of inlines: [Inline]) -> HTML {
    var html = HTML(capacity: Self.capacity / 4)
    append(inlines, to: &html)
    return html
  }

  // MARK: Blocks

  private func append(_ blocks: [Block], to html: inout HTML) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { html.append("\n") }
      append(block, to: &html)
    }
  }

  private func append(_ block: Block, to html: inout HTML) {
    switch block.kind {
    case .paragraph(let content): append("<p>", content, "</p>", to: &html)
    // Pages have headings of their own down to the third level.
    case .heading(..<4, let content): append("<h3>", content, "</h3>", to: &html)
    case .heading(4, let content): append("<h4>", content, "</h4>", to: &html)
    case .heading(5, let content): append("<h5>", content, "</h5>", to: &html)
    case .heading(_, let content): append("<h6>", content, "</h6>", to: &html)
    case .fence(let info, let text): appendSnippet(text, language: info.split(separator: " ").first.map(String.init), to: &html)
    case .indentedCode(let text): appendSnippet(text, language: nil, to: &html)
    case .list(let list): append(list, to: &html)
    case .quote(let blocks):
      html.append("<blockquote>\n")
      append(blocks, to: &html)
      html.append("\n</blockquote>")
    case .thematicBreak: html.append("<hr>")
    case .html(let text):
      html.append("<p>")
      html.append(escaped: text)
      html.append("</p>")
    }
  }

  private func appendSnippet(_ text: String, language: String?, to html: inout HTML) {
    html.append("<figure class=\"snippet\">\n")
    if let language, language != "text" {
      html.append("<p class=\"snippet-head\">")
      html.append(escaped: language)
      html.append("</p>\n<pre tabindex=\"0\" role=\"group\" aria-label=\"Snippet: ")
      html.append(escaped: language)
    } else {
      html.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"Text")
    }
    html.append("\"><code>")
    html.append(verbatim: text)
    html.append("</code></pre>\n</figure>")
  }

  private func append(_ list: Block.List, to html: inout HTML) {
    switch list.start {
    case nil: html.append("<ul>\n")
    case 1: html.append("<ol>\n")
    case .some(let start):
      html.append("<ol start=\"")
      html.append(escaped: String(start))
      html.append("\">\n")
    }
    for item in list.items {
      html.append("<li>")
      if list.isTight { appendTight(item, to: &html) } else { append(item, to: &html) }
      html.append("</li>\n")
    }
    html.append(list.start == nil ? "</ul>" : "</ol>")
  }

  private func appendTight(_ blocks: [Block], to html: inout HTML) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { html.append("\n") }
      if case .paragraph(let content) = block.kind { append(content, to: &html) } else { append(block, to: &html) }
    }
  }

  // MARK: Inlines

  private func append(_ inlines: [Inline], to html: inout HTML) {
    for inline in inlines { append(inline, to: &html) }
  }

  private func append(_ inline: Inline, to html: inout HTML) {
    switch inline.kind {
    case .text(let text): fill.append(text, to: &html)
    case .code(let text):
      html.append("<code>")
      fill.append(HTML.visible(text), to: &html)
      html.append("</code>")
    case .emphasis(let content): append("<em>", content, "</em>", to: &html)
    case .strong(let content): append("<strong>", content, "</strong>", to: &html)
    case .softBreak: html.append("\n")
    case .lineBreak: html.append("<br>\n")
    case .image(_, _, let content): append(content, to: &html)
    case .html(let text): html.append(escaped: text)
    case .link(let destination, let title, let content):
      guard !missing.contains(destination), let href = Address.href(for: destination, root: root) else { return append(content, to: &html) }
      html.append("<a href=\"")
      html.append(escaped: href)
      if !title.isEmpty {
        html.append("\" title=\"")
        html.append(escaped: title)
      }
      append("\">", content, "</a>", to: &html)
    }
  }

  private func append(_ opening: StaticString, _ content: [Inline], _ closing: StaticString, to html: inout HTML) {
    html.append(opening)
    append(content, to: &html)
    html.append(closing)
  }
}
