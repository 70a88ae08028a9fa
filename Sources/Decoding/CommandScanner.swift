/// Walks a command's UTF-8 once, knowing at each byte what quotes it stands in. All that it looks for is ASCII, but for curly quotes.
struct CommandScanner {
  /// What a region of a command is, outermost first on a stack.
  private enum Region {
    /// Plain words of the shell: the whole text, or the inside of `$(…)`, `(…)`.
    case words
    case singleQuotes
    case doubleQuotes
    /// Bash's `$'…'`.
    case ansiQuotes
    /// `$((…))`, `((…))`, `$[…]` and `[[…]]`, where a word is evaluated: only numbers are safe.
    case arithmetic(closing: StaticString)
    /// `${…}`, backticks, a here-document, a here-string of PowerShell: no value is safe.
    case opaque(closing: StaticString)
    case comment(closing: StaticString)
  }

  static func pieces(of text: String, shell: Shell, captures: Set<String>) -> [CommandTemplate.Piece] {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(UInt8(ascii: "{")) else { return nil }
      var scanner = CommandScanner(bytes, shell: shell, captures: captures)
      scanner.scan()
      return scanner.pieces
    } ?? (text.isEmpty ? [] : [.literal(text)])
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let shell: Shell
  private let captures: Set<String>
  private var position = 0
  private var regions: [Region] = [.words]
  private var pieces: [CommandTemplate.Piece] = []
  /// What the next piece begins with, up to `taken`; from there to `position` bytes stand for themselves.
  private var literal: [UInt8] = []
  private var taken = 0
  /// Whether what stands at `position` is escaped by what stands before it.
  private var isEscaped = false
  /// A here-document has begun in an earlier line; everything after it may be its text.
  private var isAfterHereDocument = false

  private init(_ bytes: UnsafeBufferPointer<UInt8>, shell: Shell, captures: Set<String>) {
    self.bytes = bytes
    self.shell = shell
    self.captures = captures
  }

  private mutating func scan() {
    while position < bytes.count {
      if starts(with: "{"), scanBrace() { continue }
      if isEscaped {
        isEscaped = false
        take(1)
        continue
      }
      switch shell {
      case .sh, .bash: stepPOSIX()
      case .powershell: stepPowerShell()
      case .cmd: take(1)
      }
    }
    flush()
  }

  // MARK: Placeholders

  /// Takes a placeholder or an escaped one; false where the brace is only a brace.
  private mutating func scanBrace() -> Bool {
    guard let (token, end) = PlaceholderSyntax.token(in: bytes, at: position) else {
      guard starts(with: "{{") else { return false }
      take(2)
      return true
    }
    switch token {
    case .escaped:
      // One of the two braces on either side.
      literal += bytes[taken..<position]
      literal += bytes[(position + 1)..<(end - 1)]
      taken = end
    case .placeholder(let name) where captures.contains(name):
      flush()
      pieces.append(.placeholder(name: name, standing: standing))
      taken = end
    case .placeholder: break
    }
    isEscaped = false
    position = end
    return true
  }

  private var standing: CommandTemplate.Standing {
    if isEscaped || isAfterHereDocument { return .forbidden }
    if shell == .cmd {
      // %3000% would be a variable, and a caret would escape the value's first character.
      return position > 0 && (bytes[position - 1] == UInt8(ascii: "%") || bytes[position - 1] == UInt8(ascii: "^")) ? .forbidden : .bare
    }
    if regions.contains(where: { if case .opaque = $0 { true } else { false } }) { return .forbidden }
    return switch regions.last {
    case .singleQuotes, .doubleQuotes, .ansiQuotes, .arithmetic: .insideQuotes
    case .words, .comment, .opaque, nil: .bare
    }
  }

  // MARK: sh and bash

  private mutating func stepPOSIX() {
    switch regions[regions.count - 1] {
    case .singleQuotes: if takeClosing("'") { return }
    case .ansiQuotes: if takeEscape("\\") || takeClosing("'") { return }
    case .doubleQuotes: if takeEscape("\\") || takeClosing("\"") || openPOSIXExpansion() { return }
    case .arithmetic(let closing): if takeClosing(closing) || openPOSIXExpansion() || openParenthesis() { return }
    case .opaque(let closing): if takeEscape("\\") || takeClosing(closing) { return }
    case .comment(let closing): if takeClosing(closing) { return }
    case .words:
      if takeEscape("\\") || openPOSIXExpansion() || openParenthesis() || openPOSIXQuotes() { return }
    }
    take(1)
  }

  private mutating func openPOSIXExpansion() -> Bool {
    if starts(with: "$((") { return open(.arithmetic(closing: "))"), "$((") }
    if starts(with: "$(") { return open(.words, "$(") }
    if starts(with: "$[") { return open(.arithmetic(closing: "]"), "$[") }
    if starts(with: "${") { return open(.opaque(closing: "}"), "${") }
    if starts(with: "`") { return open(.opaque(closing: "`"), "`") }
    return false
  }

  private mutating func openPOSIXQuotes() -> Bool {
    if starts(with: "$'") { return open(.ansiQuotes, "$'") }
    if starts(with: "'") { return open(.singleQuotes, "'") }
    if starts(with: "\"") { return open(.doubleQuotes, "\"") }
    if starts(with: "#"), isAtWordStart { return open(.comment(closing: "\n"), "#") }
    if starts(with: "[["), isAtWordStart { return open(.arithmetic(closing: "]]"), "[[") }
    if starts(with: "<<<") {
      take(3)
      return true
    }
    if starts(with: "<<") {
      isAfterHereDocument = true
      take(2)
      return true
    }
    return false
  }

  /// Parentheses outside quotes nest; the last one closes `$(`.
  private mutating func openParenthesis() -> Bool {
    if starts(with: "((") { return open(.arithmetic(closing: "))"), "((") }
    if starts(with: "(") { return open(.words, "(") }
    if starts(with: ")"), regions.count > 1 {
      regions.removeLast()
      take(1)
      return true
    }
    return false
  }

  // MARK: PowerShell

  private mutating func stepPowerShell() {
    switch regions[regions.count - 1] {
    case .singleQuotes: if takeCurly(.single) || takeClosing("'") { return }
    case .doubleQuotes:
      if takeEscape("`") || takeCurly(.double) || takeClosing("\"") { return }
      if starts(with: "$("), open(.words, "$(") { return }
    case .opaque(let closing), .comment(let closing): if takeClosing(closing) { return }
    case .words, .ansiQuotes, .arithmetic:
      if takeEscape("`") || openPowerShellQuotes() { return }
      if starts(with: "("), open(.words, "(") { return }
      if starts(with: ")"), regions.count > 1 { regions.removeLast() }
    }
    take(1)
  }

  private mutating func openPowerShellQuotes() -> Bool {
    if starts(with: "@'") { return open(.opaque(closing: "\n'@"), "@'") }
    if starts(with: "@\"") { return open(.opaque(closing: "\n\"@"), "@\"") }
    if starts(with: "${") { return open(.opaque(closing: "}"), "${") }
    if starts(with: "'") { return open(.singleQuotes, "'") }
    if starts(with: "\"") { return open(.doubleQuotes, "\"") }
    // PowerShell takes curly quotes for straight ones.
    if startsWithCurly(.single) { return open(.singleQuotes, "\u{2018}") }
    if startsWithCurly(.double) { return open(.doubleQuotes, "\u{201C}") }
    if starts(with: "--%") { return open(.opaque(closing: "\n"), "--%") }
    if starts(with: "<#") { return open(.comment(closing: "#>"), "<#") }
    if starts(with: "#"), isAtWordStart { return open(.comment(closing: "\n"), "#") }
    return false
  }

  // MARK: Steps

  private var isAtWordStart: Bool {
    guard position > 0 else { return true }
    return switch Unicode.Scalar(bytes[position - 1]) {
    case " ", "\t", "\n", ";", "|", "&", "(", ")": true
    default: false
    }
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
    return true
  }

  /// Curly quotes by the last of their three bytes.
  private enum CurlyQuotes {
    case single, double

    func contains(_ byte: UInt8) -> Bool { self == .single ? (0x98...0x9B).contains(byte) : (0x9C...0x9E).contains(byte) }
  }

  private func startsWithCurly(_ quotes: CurlyQuotes) -> Bool {
    position + 3 <= bytes.count && bytes[position] == 0xE2 && bytes[position + 1] == 0x80 && quotes.contains(bytes[position + 2])
  }

  private mutating func take(_ count: Int) { position += count }

  private mutating func takeEscape(_ character: StaticString) -> Bool {
    guard starts(with: character) else { return false }
    isEscaped = true
    take(1)
    return true
  }

  private mutating func open(_ region: Region, _ opening: StaticString) -> Bool {
    regions.append(region)
    take(opening.utf8CodeUnitCount)
    return true
  }

  private mutating func takeCurly(_ quotes: CurlyQuotes) -> Bool {
    guard startsWithCurly(quotes) else { return false }
    regions.removeLast()
    take(3)
    return true
  }

  private mutating func takeClosing(_ closing: StaticString) -> Bool {
    guard starts(with: closing) else { return false }
    regions.removeLast()
    take(closing.utf8CodeUnitCount)
    return true
  }

  private mutating func flush() {
    literal += bytes[taken..<position]
    taken = position
    guard !literal.isEmpty else { return }
    pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
    literal = []
  }
}
