// Arrays and no other sequences: what is generic is slow where another module calls it.

extension [Inline] {
  /// The text a reader sees: code spans verbatim, links and images by their text, a soft break as a blank.
  public var plainText: String {
    // Most are one piece of text, which is not copied.
    if count == 1, case .text(let text) = self[0].kind { return text }
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  private func appendPlainText(to result: inout String) {
    for inline in self {
      switch inline.kind {
      case .text(let text), .code(let text): result += text
      case .emphasis(let content), .strong(let content): content.appendPlainText(to: &result)
      case .link(_, _, let content), .image(_, _, let content): content.appendPlainText(to: &result)
      case .softBreak: result += " "
      case .lineBreak: result += "\n"
      case .html: break
      }
    }
  }
}

extension [Block] {
  /// The text a reader sees: fences as their lines, list items behind `- ` or their number, blocks separated by an empty line.
  public var plainText: String {
    if count == 1 { return self[0].plainText }
    var result = ""
    for block in self {
      let text = block.plainText
      guard !text.isEmpty else { continue }
      if !result.isEmpty { result += "\n\n" }
      result += text
    }
    return result
  }
}

extension Block {
  /// The block's text, without a final new line; empty for a thematic break and for HTML.
  public var plainText: String {
    switch kind {
    case .paragraph(let content), .heading(_, let content): content.plainText
    case .fence(_, let text), .indentedCode(let text): text.utf8.last == UInt8(ascii: "\n") ? String(Substring(text.utf8.dropLast())) : text
    case .list(let list): list.plainText
    case .quote(let blocks): blocks.plainText
    case .thematicBreak, .html: ""
    }
  }
}

extension Block.List {
  fileprivate var plainText: String {
    var result = ""
    for (index, blocks) in items.enumerated() {
      let marker = start.map { "\($0 + index). " } ?? "- "
      if index > 0 { result += isTight ? "\n" : "\n\n" }
      result += marker
      let text = isTight && blocks.count > 1 ? blocks.map(\.plainText).joined(separator: "\n") : blocks.plainText
      result.append(text, indentation: marker.utf8.count)
    }
    return result
  }
}

extension String {
  /// Appends a text; each of its lines but the first and empty ones is indented.
  fileprivate mutating func append(_ text: String, indentation: Int) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { self += line.isEmpty ? "\n" : "\n" + String(repeating: " ", count: indentation) }
      self += Substring(line)
    }
  }
}
