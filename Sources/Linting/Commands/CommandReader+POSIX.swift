import Decoding

// sh and bash.
extension CommandReader {
  /// Words that stand before a command, or are no command.
  private static let reserved: Set<String> = [
    "!", "{", "}", "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "esac", "time",
  ]

  mutating func readPOSIX() {
    var hereDocuments: [String] = []
    readList(until: nil, &hereDocuments)
  }

  /// Reads commands up to the end, or behind the scalar that closes a substitution.
  private mutating func readList(until closing: Unicode.Scalar?, _ hereDocuments: inout [String]) {
    while !isAtEnd {
      if scalar == closing {
        position += 1
        return
      }
      // Backticks end what is still open in them.
      if endsBackticks { break }
      switch scalar {
      case " ", "\t": position += 1
      case "\n":
        position += 1
        finish()
        skipHereDocuments(&hereDocuments)
      case ";", "|":
        position += 1
        finish()
      case "&": readAmpersand()
      case "#": skipLine()
      case "(": readParenthesis(&hereDocuments)
      case ")":
        // The pattern of a `case`.
        position += 1
        discard()
      case "<", ">": if standInEnd != nil { readWord(&hereDocuments) } else { readRedirection(&hereDocuments) }
      default: readWord(&hereDocuments)
      }
    }
    finish()
  }

  private mutating func readAmpersand() {
    if starts(with: "&>") {
      pendingRedirection = "&>"
      position += starts(with: ">", at: 2) ? 3 : 2
    } else {
      position += 1
      finish()
    }
  }

  private mutating func readParenthesis(_ hereDocuments: inout [String]) {
    if starts(with: "((") {
      skipArithmetic()
      return
    }
    position += 1
    guard mayNest else { return }
    // `name()` and `name=(…)` begin no command.
    let isGroup = isAtCommandStart
    let isFunction = !isGroup && !isAtEnd && scalar == ")"
    let redirection = enter()
    readList(until: ")", &hereDocuments)
    if !isGroup { discard() }
    leave(redirection: redirection)
    if isFunction { discard() }
  }

  private mutating func skipArithmetic() {
    var depth = 0
    while !isAtEnd {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      position += 1
      if depth == 0 { return }
    }
  }

  // MARK: Redirections

  private mutating func readRedirection(_ hereDocuments: inout [String]) {
    if starts(with: "<(") || starts(with: ">(") {
      position += 1
      readParenthesis(&hereDocuments)
      return
    }
    if starts(with: "<<<") {
      pendingRedirection = "<<<"
      position += 3
    } else if starts(with: "<<") {
      position += starts(with: "-", at: 2) ? 3 : 2
      while !isAtEnd, scalar == " " { position += 1 }
      hereDocuments.append(wordText(&hereDocuments).text)
    } else {
      let sign = [">>", ">|", ">&", "<&", "<>"].first { start in start.unicodeScalars.elementsEqual(scalars[position...].prefix(2)) }
      pendingRedirection = sign ?? String(Character(scalar))
      position += sign == nil ? 1 : 2
    }
  }

  private mutating func skipHereDocuments(_ delimiters: inout [String]) {
    for delimiter in delimiters {
      while !isAtEnd {
        let start = position
        skipLine()
        let line = String(String.UnicodeScalarView(scalars[start..<position].drop { $0 == "\t" }))
        if !isAtEnd { position += 1 }
        if line == delimiter { break }
      }
    }
    delimiters = []
  }

  // MARK: Words

  private mutating func readWord(_ hereDocuments: inout [String]) {
    let start = position
    let (text, isQuoted) = wordText(&hereDocuments)
    if position < scalars.count, scalar == "<" || scalar == ">", !text.isEmpty, text.allSatisfy(\.isNumber), standInEnd == nil {
      readRedirection(&hereDocuments)
      pendingRedirection = pendingRedirection.map { text + $0 }
      return
    }
    if !isQuoted, isAtCommandStart {
      if Self.reserved.contains(text) { return }
      if text == "for" || text == "case" || text == "select" || text == "function" || text == "[[" { return skipHead(of: text) }
    }
    add(CommandWord(text: text, range: start..<position))
  }

  /// What stands between `for` and `do`, `case` and `in`, `[[` and `]]`.
  private mutating func skipHead(of word: String) {
    var hereDocuments: [String] = []
    while !isAtEnd, !endsBackticks, scalar != "\n", scalar != ";" || word == "[[" {
      if scalar == " " || scalar == "\t" || "()<>|&".unicodeScalars.contains(scalar) {
        position += 1
        continue
      }
      let text = wordText(&hereDocuments).text
      if (word == "case" && text == "in") || (word == "[[" && text == "]]") { return }
    }
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", ";", "|", "&", "(", ")", "<", ">": true
    default: false
    }
  }

  /// Whether a substitution ends here.
  private var endsBackticks: Bool { isInBackticks && scalar == "`" }

  /// Reads up to the end of a word, and at least one scalar where no substitution ends.
  private mutating func wordText(_ hereDocuments: inout [String]) -> (text: String, isQuoted: Bool) {
    var text = String.UnicodeScalarView()
    var isQuoted = false
    let start = position
    while !isAtEnd {
      if let end = standInEnd {
        text.append(contentsOf: scalars[position..<end])
        position = end
        continue
      }
      guard position == start || !Self.endsWord(scalar), !endsBackticks else { break }
      switch scalar {
      case "\\":
        position += 1
        if !isAtEnd, scalar != "\n" { text.append(scalar) }
        position += isAtEnd ? 0 : 1
        // A line that goes on ends the word, unless its text touches it.
        if text.isEmpty, !isQuoted { return ("", false) }
      case "'":
        isQuoted = true
        position += 1
        while !isAtEnd, scalar != "'" { takeScalar(into: &text) }
        position += isAtEnd ? 0 : 1
      case "\"":
        isQuoted = true
        readDoubleQuotes(into: &text, &hereDocuments)
      case "$", "`": if !readExpansion(into: &text, &hereDocuments) { takeScalar(into: &text) }
      default: takeScalar(into: &text)
      }
    }
    return (String(text), isQuoted)
  }

  private mutating func takeScalar(into text: inout String.UnicodeScalarView) {
    text.append(scalar)
    position += 1
  }

  private mutating func readDoubleQuotes(into text: inout String.UnicodeScalarView, _ hereDocuments: inout [String]) {
    position += 1
    while !isAtEnd, scalar != "\"" {
      if scalar == "\\", position + 1 < scalars.count {
        position += 1
        takeScalar(into: &text)
      } else if (scalar != "$" && scalar != "`") || !readExpansion(into: &text, &hereDocuments) {
        takeScalar(into: &text)
      }
    }
    position += isAtEnd ? 0 : 1
  }

  /// Takes `$(…)`, `$((…))`, `${…}` and backticks as they are written, and reads the commands within.
  private mutating func readExpansion(into text: inout String.UnicodeScalarView, _ hereDocuments: inout [String]) -> Bool {
    let start = position
    if starts(with: "$((") {
      position += 1
      skipArithmetic()
    } else if mayNest, starts(with: "$(") || (scalar == "`" && !isInBackticks) {
      let closing: Unicode.Scalar = scalar == "`" ? "`" : ")"
      position += scalar == "`" ? 1 : 2
      let redirection = enter()
      let wasInBackticks = isInBackticks
      isInBackticks = closing == "`"
      readList(until: closing, &hereDocuments)
      isInBackticks = wasInBackticks
      leave(redirection: redirection)
    } else if starts(with: "${") {
      while !isAtEnd, scalar != "}" { position += 1 }
      position += isAtEnd ? 0 : 1
    } else {
      return false
    }
    text.append(contentsOf: scalars[start..<position])
    return true
  }
}
