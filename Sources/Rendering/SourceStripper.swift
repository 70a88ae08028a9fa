import Cataloging

/// Takes out of scripts and stylesheets what only their writers read: remarks, indentation and empty lines.
///
/// Lines stay lines, so that no statement that ends with its line runs into the next one.
struct SourceStripper {
  private enum Language { case css, javaScript }

  private let text: [UInt8]
  private let language: Language
  private var position = 0
  private var output: [UInt8] = []
  /// The open braces of `${` in template literals, and of blocks in them: true where a literal goes on behind the closing brace.
  private var braces: [Bool] = []

  /// The bytes of a script or a stylesheet without those; of any other file as they are.
  static func stripped(_ file: SourceFile) -> [UInt8] {
    let isScript = file.path.hasSuffix(".js") || file.path.hasSuffix(".mjs")
    guard isScript || file.path.hasSuffix(".css") else { return file.bytes }
    var stripper = SourceStripper(text: file.bytes, language: isScript ? .javaScript : .css)
    stripper.strip()
    return stripper.output
  }

  private init(text: [UInt8], language: Language) {
    self.text = text
    self.language = language
    output.reserveCapacity(text.count)
  }

  private mutating func strip() {
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"): skipBlockRemark()
      case UInt8(ascii: "/") where language == .javaScript: next == UInt8(ascii: "/") ? skipLineRemark() : takeSlash()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): takeQuoted()
      case UInt8(ascii: "`") where language == .javaScript: takeTemplateLiteral()
      case UInt8(ascii: "{") where language == .javaScript:
        braces.append(false)
        take()
      case UInt8(ascii: "}") where language == .javaScript:
        take()
        if braces.popLast() == true { takeRestOfTemplateLiteral() }
      case UInt8(ascii: "\n"): endLine()
      case UInt8(ascii: " ") where output.last == nil || output.last == UInt8(ascii: "\n"): position += 1
      default: take()
      }
    }
    endLine()
  }

  private var next: UInt8? { position + 1 < text.count ? text[position + 1] : nil }

  private mutating func take() {
    output.append(text[position])
    position += 1
  }

  private mutating func endLine() {
    while output.last == UInt8(ascii: " ") { output.removeLast() }
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    position += 1
  }

  private mutating func skipLineRemark() {
    while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func skipBlockRemark() {
    position += 2
    while position < text.count, !(text[position] == UInt8(ascii: "*") && next == UInt8(ascii: "/")) { position += 1 }
    position = min(position + 2, text.count)
  }

  private mutating func takeQuoted() {
    let quote = text[position]
    take()
    while position < text.count, text[position] != quote, text[position] != UInt8(ascii: "\n") { takeEscaped() }
    if position < text.count, text[position] == quote { take() }
  }

  /// One byte, or a backslash with the byte behind it.
  private mutating func takeEscaped() {
    if text[position] == UInt8(ascii: "\\"), next != nil { take() }
    take()
  }

  private mutating func takeTemplateLiteral() {
    take()
    takeRestOfTemplateLiteral()
  }

  private mutating func takeRestOfTemplateLiteral() {
    while position < text.count {
      if text[position] == UInt8(ascii: "`") { return take() }
      if text[position] == UInt8(ascii: "$"), next == UInt8(ascii: "{") {
        take()
        take()
        return braces.append(true)
      }
      takeEscaped()
    }
  }

  /// A division, or a regular expression to its end: behind a value a slash divides.
  private mutating func takeSlash() {
    guard !isBehindValue else { return take() }
    var isInClass = false
    take()
    while position < text.count, text[position] != UInt8(ascii: "\n") {
      switch text[position] {
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass: return take()
      default: break
      }
      takeEscaped()
    }
  }

  private var isBehindValue: Bool {
    let before = output.reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    guard let last = before.first else { return false }
    guard Self.isWord(last) else { return last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "}") }
    let word = String(decoding: before.prefix(while: Self.isWord).reversed(), as: UTF8.self)
    return !["return", "typeof", "case", "of", "in", "yield", "await", "delete", "void", "throw", "new", "else", "do"].contains(word)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
