/// Walks a command's text once, knowing at each scalar what quotes it stands in.
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
    case opaque(closing: [Unicode.Scalar])
    case comment(closing: [Unicode.Scalar])
  }

  static func pieces(of text: String, shell: Shell, captures: Set<String>) -> [CommandTemplate.Piece] {
    var scanner = CommandScanner(text, shell: shell, captures: captures)
    scanner.scan()
    return scanner.pieces
  }

  private let scalars: [Unicode.Scalar]
  private let shell: Shell
  private let captures: Set<String>
  private var position = 0
  private var regions: [Region] = [.words]
  private var pieces: [CommandTemplate.Piece] = []
  private var literal = String.UnicodeScalarView()
  /// Whether the scalar at `position` is escaped by the one before it.
  private var isEscaped = false
  /// A here-document has begun in an earlier line; everything after it may be its text.
  private var isAfterHereDocument = false

  private init(_ text: String, shell: Shell, captures: Set<String>) {
    scalars = Array(text.unicodeScalars)
    self.shell = shell
    self.captures = captures
  }

  private mutating func scan() {
    while position < scalars.count {
      if scalars[position] == "{", scanBrace() { continue }
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
    guard let (token, end) = PlaceholderSyntax.token(in: scalars, at: position) else {
      guard starts(with: "{{") else { return false }
      take(2)
      return true
    }
    switch token {
    case .escaped(let name):
      literal.append(contentsOf: "{\(name)}".unicodeScalars)
    case .placeholder(let name) where captures.contains(name):
      flush()
      pieces.append(.placeholder(name: name, standing: standing))
    case .placeholder:
      literal.append(contentsOf: scalars[position..<end])
    }
    isEscaped = false
    position = end
    return true
  }

  private var standing: CommandTemplate.Standing {
    if isEscaped || isAfterHereDocument { return .forbidden }
    if shell == .cmd {
      // %3000% would be a variable, and a caret would escape the value's first character.
      return position > 0 && (scalars[position - 1] == "%" || scalars[position - 1] == "^") ? .forbidden : .bare
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
    if starts(with: "${") { return open(.opaque(closing: ["}"]), "${") }
    if starts(with: "`") { return open(.opaque(closing: ["`"]), "`") }
    return false
  }

  private mutating func openPOSIXQuotes() -> Bool {
    if starts(with: "$'") { return open(.ansiQuotes, "$'") }
    if starts(with: "'") { return open(.singleQuotes, "'") }
    if starts(with: "\"") { return open(.doubleQuotes, "\"") }
    if starts(with: "#"), isAtWordStart { return open(.comment(closing: ["\n"]), "#") }
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
    case .singleQuotes: if takeCurly(0x2018...0x201B) || takeClosing("'") { return }
    case .doubleQuotes:
      if takeEscape("`") || takeCurly(0x201C...0x201E) || takeClosing("\"") { return }
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
    if starts(with: "@'") { return open(.opaque(closing: ["\n", "'", "@"]), "@'") }
    if starts(with: "@\"") { return open(.opaque(closing: ["\n", "\"", "@"]), "@\"") }
    if starts(with: "${") { return open(.opaque(closing: ["}"]), "${") }
    if starts(with: "'") { return open(.singleQuotes, "'") }
    if starts(with: "\"") { return open(.doubleQuotes, "\"") }
    // PowerShell takes curly quotes for straight ones.
    if (0x2018...0x201B).contains(scalars[position].value) { return open(.singleQuotes) }
    if (0x201C...0x201E).contains(scalars[position].value) { return open(.doubleQuotes) }
    if starts(with: "--%") { return open(.opaque(closing: ["\n"]), "--%") }
    if starts(with: "<#") { return open(.comment(closing: ["#", ">"]), "<#") }
    if starts(with: "#"), isAtWordStart { return open(.comment(closing: ["\n"]), "#") }
    return false
  }

  // MARK: Steps

  private var isAtWordStart: Bool {
    guard position > 0 else { return true }
    return switch scalars[position - 1] {
    case " ", "\t", "\n", ";", "|", "&", "(", ")": true
    default: false
    }
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes in
      position + bytes.count <= scalars.count
        && bytes.indices.allSatisfy { scalars[position + $0].value == UInt32(bytes[$0]) }
    }
  }

  private mutating func take(_ count: Int) {
    literal.append(contentsOf: scalars[position..<(position + count)])
    position += count
  }

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

  /// A single scalar that opens a region.
  private mutating func open(_ region: Region) -> Bool {
    regions.append(region)
    take(1)
    return true
  }

  private mutating func takeCurly(_ quotes: ClosedRange<UInt32>) -> Bool {
    guard quotes.contains(scalars[position].value) else { return false }
    regions.removeLast()
    take(1)
    return true
  }

  private mutating func takeClosing(_ closing: StaticString) -> Bool {
    guard starts(with: closing) else { return false }
    regions.removeLast()
    take(closing.utf8CodeUnitCount)
    return true
  }

  private mutating func takeClosing(_ closing: [Unicode.Scalar]) -> Bool {
    guard scalars[position...].starts(with: closing) else { return false }
    regions.removeLast()
    take(closing.count)
    return true
  }

  private mutating func flush() {
    guard !literal.isEmpty else { return }
    pieces.append(.literal(String(literal)))
    literal = String.UnicodeScalarView()
  }
}
