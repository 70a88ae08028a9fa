import Decoding

/// A command as HTML, piece by piece, with those of its lines marked that are remarks for the reader.
struct CommandLines {
  private let shell: Shell
  private var html = HTML(capacity: 256)
  /// Whether nothing but blanks stands before what comes next on its line.
  private var isAtStart = true
  private var isRemark = false

  init(shell: Shell) { self.shell = shell }

  /// The command; a remark that is open is closed.
  var finished: HTML {
    var lines = self
    lines.closeRemark()
    return lines.html
  }

  mutating func append(_ text: String) {
    text.withBytes { text in
      var start = 0
      while true {
        let end = text.place(of: UInt8(ascii: "\n"), from: start)
        append(line: UnsafeBufferPointer(rebasing: text[start..<end]))
        guard end < text.count else { return }
        closeRemark()
        html.append("\n")
        isAtStart = true
        start = end + 1
      }
    }
  }

  /// - Parameter mark: Opens the element that marks the value.
  mutating func append(value: String, mark: (inout HTML) -> Void) {
    isAtStart = false
    mark(&html)
    value.withBytes { html.append(tied: $0) }
    html.append("</var>")
  }

  /// A line, or what stands of it before a value.
  private mutating func append(line: UnsafeBufferPointer<UInt8>) {
    if isAtStart, let start = line.firstIndex(where: { $0 != UInt8(ascii: " ") }) {
      isAtStart = false
      if isRemark(UnsafeBufferPointer(rebasing: line[start...])) {
        html.append("<span class=\"remark\">")
        isRemark = true
      }
    }
    html.append(tied: line)
  }

  private mutating func closeRemark() {
    if isRemark { html.append("</span>") }
    isRemark = false
  }

  private func isRemark(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    switch shell {
    case .sh, .bash, .powershell: words.first == UInt8(ascii: "#")
    case .cmd: words.starts(with: "::".utf8) || words.prefix(4).lazy.map { $0 | 0x20 }.elementsEqual("rem ".utf8)
    }
  }
}
