/// A signature as a reader sees it: holes by their names, alternatives in brackets, gaps as an ellipsis.
enum Wording {
  static func html(of signature: String, fill: Fill) -> String {
    var scalars = Array(signature.unicodeScalars)
    if scalars.first == "^" { scalars.removeFirst() }
    if scalars.last == "$" { scalars.removeLast() }
    var html = ""
    var position = 0
    var literal = String.UnicodeScalarView()
    func endLiteral() {
      html += HTML.escaped(String(literal))
      literal = String.UnicodeScalarView()
    }
    while position < scalars.count {
      let next = position + 1 < scalars.count ? scalars[position + 1] : nil
      if (scalars[position] == "{" || scalars[position] == "}") && next == scalars[position] {
        literal.append(scalars[position])
        position += 2
      } else if scalars[position] == "{", let end = scalars[position...].firstIndex(of: "}") {
        endLiteral()
        html += self.html(ofBraces: String(String.UnicodeScalarView(scalars[(position + 1)..<end])), fill: fill)
        position = end + 1
      } else {
        literal.append(scalars[position])
        position += 1
      }
    }
    endLiteral()
    return html
  }

  private static func html(ofBraces text: String, fill: Fill) -> String {
    if text == "^" || text == "$" { return text }
    if text == "..." { return "…" }
    guard text.contains("|") else {
      let name = String(text.prefix { $0 != ":" })
      return "<span class=\"\(fill.hueClass(of: name))\">\(HTML.escaped(name))</span>"
    }
    let alternatives = text.split(separator: "|", omittingEmptySubsequences: false)
    let words = alternatives.filter { !$0.isEmpty }.map { HTML.escaped($0) }.joined(separator: "|")
    return alternatives.count == alternatives.count(where: { !$0.isEmpty }) ? "(\(words))" : "[\(words)]"
  }
}
