import Decoding

// PowerShell and cmd.
extension CommandReader {
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
      default:
        let start = position
        if let word = takeWord(.powerShell) { addWord(word, from: start) }
      }
    }
    while depth > 0 { leave(redirection: nil) }
    finish()
  }

  /// A word as its shell reads it; nil when it was the end of a line that goes on in the next.
  private mutating func takeWord(_ grammar: WordGrammar) -> String? {
    let start = position
    var text = String.UnicodeScalarView()
    while !isAtEnd {
      if let end = standInEnd {
        text.append(contentsOf: scalars[position..<end])
        position = end
        continue
      }
      guard position == start || !grammar.ends.contains(scalar) else { break }
      if scalar == grammar.escape, position + 1 < scalars.count {
        position += 1
        if scalar != "\n" { text.append(scalar) }
        position += 1
        if text.isEmpty { return nil }
      } else if grammar.quotes.contains(scalar) {
        takeQuoted(by: scalar, escape: grammar.escapeInQuotes, into: &text)
      } else {
        text.append(scalar)
        position += 1
      }
    }
    return String(text)
  }

  private mutating func takeQuoted(by quote: Unicode.Scalar, escape: Unicode.Scalar?, into text: inout String.UnicodeScalarView) {
    position += 1
    while !isAtEnd, scalar != quote {
      if quote == "\"", scalar == escape, position + 1 < scalars.count { position += 1 }
      text.append(scalar)
      position += 1
    }
    position += isAtEnd ? 0 : 1
  }

  /// Adds a word, or makes it the number before a redirection's sign.
  private mutating func addWord(_ text: String, from start: Int) {
    let isNumber = !text.isEmpty && text.unicodeScalars.allSatisfy { $0.isDigit || $0 == "*" }
    if isNumber, !isAtEnd, scalar == ">" {
      readWindowsRedirection()
      pendingRedirection = pendingRedirection.map { text + $0 }
    } else {
      add(CommandWord(text: text, range: start..<position))
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
    guard let word = takeWord(.cmd) else { return }
    if isAtCommandStart, word == "::" || word.lowercased() == "rem" { return skipLine() }
    addWord(word, from: start)
  }
}

/// What a shell's words are made of.
private struct WordGrammar {
  let ends: Set<Unicode.Scalar>
  let quotes: Set<Unicode.Scalar>
  let escape: Unicode.Scalar
  /// Within double quotes; nil where nothing escapes there.
  let escapeInQuotes: Unicode.Scalar?

  static let powerShell = WordGrammar(
    ends: Set(" \t\n;|&(){}<>,".unicodeScalars), quotes: ["'", "\""], escape: "`", escapeInQuotes: "`")
  static let cmd = WordGrammar(ends: Set(" \t\n|&<>".unicodeScalars), quotes: ["\""], escape: "^", escapeInQuotes: nil)
}
