import Decoding

/// A signature as a reader sees it: holes by their names, alternatives in brackets, gaps as an ellipsis.
enum Wording {
  static func html(of signature: String, fill: Fill) -> HTML {
    var html = HTML(capacity: signature.utf8.count + 128)
    append(signature, fill: fill, to: &html)
    return html
  }

  static func append(_ signature: String, fill: Fill, to html: inout HTML) {
    signature.withBytes { bytes in
      let end = bytes.last == UInt8(ascii: "$") ? bytes.count - 1 : bytes.count
      let start = bytes.first == UInt8(ascii: "^") ? 1 : 0
      if start < end { append(UnsafeBufferPointer(rebasing: bytes[start..<end]), fill: fill, to: &html) }
    }
  }

  private static func append(_ signature: UnsafeBufferPointer<UInt8>, fill: Fill, to html: inout HTML) {
    var taken = 0
    var position = 0
    func appendLiteral(upTo end: Int) { html.append(escaped: UnsafeBufferPointer(rebasing: signature[taken..<end])) }
    while position < signature.count {
      let byte = signature[position]
      if (byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")) && position + 1 < signature.count && signature[position + 1] == byte {
        // One of two stands for both.
        appendLiteral(upTo: position + 1)
        position += 2
        taken = position
      } else if byte == UInt8(ascii: "{"), case let end = signature.place(of: UInt8(ascii: "}"), from: position), end < signature.count {
        appendLiteral(upTo: position)
        append(braces: UnsafeBufferPointer(rebasing: signature[(position + 1)..<end]), fill: fill, to: &html)
        position = end + 1
        taken = position
      } else {
        position += 1
      }
    }
    appendLiteral(upTo: position)
  }

  private static func append(braces text: UnsafeBufferPointer<UInt8>, fill: Fill, to html: inout HTML) {
    if text.count == 1, text[0] == UInt8(ascii: "^") || text[0] == UInt8(ascii: "$") { return html.append(escaped: text) }
    if text.elementsEqual("...".utf8) { return html.append("…") }
    guard text.contains(UInt8(ascii: "|")) else {
      let name = String(decoding: text.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      html.append("<span class=\"")
      html.append(escaped: fill.hueClass(of: name))
      html.append("\">")
      html.append(escaped: name)
      return html.append("</span>")
    }
    let alternatives = text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    let isOptional = alternatives.contains(where: \.isEmpty)
    html.append(isOptional ? "[" : "(")
    for (index, words) in alternatives.filter({ !$0.isEmpty }).enumerated() {
      if index > 0 { html.append("|") }
      html.append(escaped: UnsafeBufferPointer(rebasing: words))
    }
    html.append(isOptional ? "]" : ")")
  }
}
