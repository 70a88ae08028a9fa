import Decoding

// PowerShell and cmd.
extension CommandReader {
  private static let endsPowerShellWord = Set(" \t\n;|&(){}<>,".unicodeScalars)

  mutating func readPowerShell() {
    /// For each open bracket, whether it is that of a hash table, which holds no commands itself.
    var brackets: [Bool] = []
    while !isAtEnd {
      switch scalar {
      case " ", "\t", ",": position += 1
      case "\n", ";", "|":
        position += 1
        if brackets.last == true { discard() } else { finish() }
      case "&":
        position += 1
        if wordCount > 0 { finish() }
      case "#": skipLine()
      case "{" where standInEnd == nil, "(":
        let isHash = position > 0 && scalars[position - 1] == "@" && scalar == "{"
        position += 1
        brackets.append(isHash)
        _ = enter()
      case "}", ")":
        position += 1
        if brackets.popLast() == true { discard() }
        leave(redirection: nil)
      case "<" where starts(with: "<#"):
        while !isAtEnd, !starts(with: "#>") { position += 1 }
        position = min(position + 2, scalars.count)
      case "<" where standInEnd == nil, ">": readWindowsRedirection()
      default: readPowerShellWord()
      }
    }
    while depth > 0 { leave(redirection: nil) }
    finish()
  }

  private mutating func readPowerShellWord() {
    let start = position
    var text = String.UnicodeScalarView()
    while !isAtEnd {
      if let end = standInEnd {
        text.append(contentsOf: scalars[position..<end])
        position = end
        continue
      }
      guard position == start || !Self.endsPowerShellWord.contains(scalar) else { break }
      if scalar == "`", position + 1 < scalars.count {
        position += 1
        if scalar != "\n" { text.append(scalar) }
        position += 1
        if text.isEmpty { return }
      } else if scalar == "'" || scalar == "\"" {
        takeQuoted(by: scalar, into: &text)
      } else {
        text.append(scalar)
        position += 1
      }
    }
    addWord(text, from: start)
  }

  private mutating func takeQuoted(by quote: Unicode.Scalar, into text: inout String.UnicodeScalarView) {
    position += 1
    while !isAtEnd, scalar != quote {
      if quote == "\"", scalar == "`", position + 1 < scalars.count { position += 1 }
      text.append(scalar)
      position += 1
    }
    position += isAtEnd ? 0 : 1
  }

  /// Adds a word, or makes it the number before a redirection's sign.
  private mutating func addWord(_ text: String.UnicodeScalarView, from start: Int) {
    let isNumber = !text.isEmpty && text.allSatisfy { $0.isDigit || $0 == "*" }
    if isNumber, !isAtEnd, scalar == ">" {
      readWindowsRedirection()
      pendingRedirection = pendingRedirection.map { String(text) + $0 }
    } else {
      add(CommandWord(text: String(text), range: start..<position))
    }
  }

  /// `>`, `>>`, `<`; the target of `2>&1` is `&1`.
  private mutating func readWindowsRedirection() {
    let sign = starts(with: ">>") ? ">>" : String(Character(scalar))
    position += sign.unicodeScalars.count
    pendingRedirection = sign
    guard !isAtEnd, scalar == "&" else { return }
    let start = position
    position = min(position + 2, scalars.count)
    add(CommandWord(text: String(String.UnicodeScalarView(scalars[start..<position])), range: start..<position))
  }

  private static let endsCmdWord = Set(" \t\n|&<>".unicodeScalars)

  mutating func readCmd() {
    while !isAtEnd {
      switch scalar {
      case " ", "\t": position += 1
      case "\n", "|", "&":
        position += 1
        finish()
      case "(" where isAtCommandStart, ")": position += 1
      case "@" where isAtCommandStart: position += 1
      case "<" where standInEnd == nil, ">": readWindowsRedirection()
      default: readCmdWord()
      }
    }
    finish()
  }

  private mutating func readCmdWord() {
    let start = position
    var text = String.UnicodeScalarView()
    while !isAtEnd {
      if let end = standInEnd {
        text.append(contentsOf: scalars[position..<end])
        position = end
        continue
      }
      guard position == start || !Self.endsCmdWord.contains(scalar) else { break }
      if scalar == "^", position + 1 < scalars.count {
        position += 1
        if scalar != "\n" { text.append(scalar) }
        position += 1
        if text.isEmpty { return }
      } else if scalar == "\"" {
        takeQuoted(by: scalar, into: &text)
      } else {
        text.append(scalar)
        position += 1
      }
    }
    let word = String(text)
    if isAtCommandStart, word == "::" || word.lowercased() == "rem" { return skipLine() }
    addWord(text, from: start)
  }
}
