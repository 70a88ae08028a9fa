extension Redactor {
  /// What stands between a name and its value: `=`, `: `, `" => "`; behind a flag a blank.
  struct Separator {
    let end: Int
    let isColon: Bool
    /// Whether the name stands in quotes.
    let isQuoted: Bool
    /// Whether there is nothing but the blank behind `--password`.
    let isBlank: Bool

    init?(in scalars: [Unicode.Scalar], after name: Range<Int>) {
      var position = name.upperBound
      let quote = Quote(in: scalars, at: position)
      position = quote?.end ?? position
      if quote != nil, position < scalars.count, scalars[position] == "]" { position += 1 }
      let sign = scalars.end(of: position, limit: 8) { $0 == " " || $0 == "\t" }
      let signEnd =
        switch true {
        case scalars.holds("=>", at: sign), scalars.holds(":=", at: sign): sign + 2
        // A path of a language, an address, a shell's default value.
        case scalars.holds("::", at: sign), scalars.holds("://", at: sign), scalars.holds(":-", at: sign): sign
        case scalars.holds("=", at: sign), scalars.holds(":", at: sign): sign + 1
        default: sign
        }
      isColon = signEnd > sign && scalars[sign] == ":" && signEnd == sign + 1
      isQuoted = quote != nil
      isBlank = signEnd == sign
      end = scalars.end(of: signEnd, limit: 8) { $0 == " " || $0 == "\t" }
      if isBlank {
        let isFlag = scalars[name.lowerBound] == "-" && quote == nil
        guard isFlag, end > name.upperBound, end < scalars.count, scalars[end] != "-" else { return nil }
      }
    }
  }

  /// A quote, perhaps with backslashes before it, as in JSON inside JSON.
  struct Quote {
    let mark: Unicode.Scalar
    let backslashes: Int
    let end: Int

    init?(in scalars: [Unicode.Scalar], at position: Int) {
      let mark = scalars.end(of: position, limit: 8) { $0 == "\\" }
      guard mark < scalars.count, scalars[mark].isQuote else { return nil }
      (self.mark, backslashes, end) = (scalars[mark], mark - position, mark + 1)
    }
  }

  /// A value behind a name: to its closing quote, or as far as it reads as one word.
  struct SecretValue {
    let range: Range<Int>
    let isQuoted: Bool

    init(in scalars: [Unicode.Scalar], from start: Int, isQuery: Bool) {
      if let quote = Quote(in: scalars, at: start), let end = Self.closing(quote, in: scalars) {
        range = quote.end..<end
        isQuoted = true
        return
      }
      var end = start
      while end < scalars.count, !Self.ends(at: end, in: scalars, isQuery: isQuery) { end += 1 }
      if !isQuery {
        while end > start, ")]}>,;.".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        // A placeholder keeps its bracket.
        if end > start, "<[({$".unicodeScalars.contains(scalars[start]) {
          end = scalars.end(of: end) { ")]}>".unicodeScalars.contains($0) }
        }
      }
      range = start..<end
      isQuoted = false
    }

    private static func closing(_ quote: Quote, in scalars: [Unicode.Scalar]) -> Int? {
      var position = quote.end
      while position < scalars.count, scalars[position] != "\n", scalars[position] != "\r" {
        let mark = scalars.end(of: position) { $0 == "\\" }
        guard mark < scalars.count else { return nil }
        // More backslashes than the opening quote has escape a quote within.
        if scalars[mark] == quote.mark, mark - position <= quote.backslashes { return mark - (mark - position) }
        position = mark + 1
      }
      return nil
    }

    private static func ends(at position: Int, in scalars: [Unicode.Scalar], isQuery: Bool) -> Bool {
      let scalar = scalars[position]
      if scalar.isWhitespace || scalar.isControl || scalar.isQuote { return true }
      if scalar == "\\", position + 1 < scalars.count { return "nrt\"'".unicodeScalars.contains(scalars[position + 1]) }
      if isQuery { return scalar == "&" || scalar == "#" || scalar == ";" }
      return (scalar == "," || scalar == ";" || scalar == "&") && startsPair(at: position + 1, in: scalars)
    }

    /// Whether another name and its value, or nothing, follows a comma or its like.
    private static func startsPair(at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
      guard position < scalars.count, !scalars[position].isWhitespace, !scalars[position].isQuote else { return true }
      let end = scalars.end(of: position, limit: 40) { $0.isWordScalar || $0 == " " || $0 == "-" || $0 == "." }
      return end > position && end < scalars.count && (scalars[end] == "=" || scalars[end] == ":")
    }
  }

  /// Values that tell nothing: what programs print instead of a secret, and the words of messages about one.
  private static let tellingNothing: Set<String> = [
    "null", "nil", "none", "undefined", "true", "false", "yes", "no", "empty", "unset", "set", "missing", "required", "optional", "invalid",
    "expired", "incorrect", "wrong", "unknown", "failed", "denied", "rejected", "redacted", "masked", "hidden", "filtered", "string", "str",
    "bool", "boolean", "int", "bytes", "object", "array", "any", "error", "inherit", "basic", "bearer", "digest",
  ]

  /// Whether a value stands for one: `***`, `<PASSWORD>`, `${TOKEN}`, `null`, a file's path.
  static func isPlaceholder(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = value.first, let last = value.last else { return true }
    guard value.count <= 128 else { return false }
    if value.allSatisfy({ !$0.isAlphanumeric && $0.value < 0x80 || $0.value == 0x2022 || $0.value == 0x2026 }) { return true }
    if value.count >= 3, value.allSatisfy({ $0.folded == "x" }) { return true }
    switch (first, last) {
    case ("<", ">"), ("[", "]"), ("(", ")"), ("{", "}"), ("%", "%"): return true
    case ("$", _):
      let name = value.dropFirst()
      let isVariable = name.allSatisfy { $0 == "_" || $0.isDigit || $0.isASCIIUppercase }
      return isVariable || name.first == "{" || name.first == "(" || (name.allSatisfy(\.isWordScalar) && sensitivity(of: name) != nil)
    default: break
    }
    let text = String(String.UnicodeScalarView(value.prefix(40).map(\.folded)))
    let isReference = ["process.env.", "os.environ", "env.", "secrets.", "var.", "op://", "vault:"].contains(where: text.hasPrefix)
    let folders = [
      "/run/", "/var/", "/etc/", "/home/", "/root/", "/mnt/", "/opt/", "/tmp/", "/usr/", "/srv/", "/app/", "/users/", "~/", "./",
    ]
    let isWorkingFolder = first == "/" && value.dropFirst().allSatisfy { $0.isWordScalar || "/.-".unicodeScalars.contains($0) }
    return isReference || folders.contains(where: text.hasPrefix) || (isWorkingFolder && value.count <= 24) || tellingNothing.contains(text)
  }

  /// Words that stand behind a flag's name in prose: `--password is required`.
  private static let behindFlags: Set<String> = [
    "is", "to", "or", "and", "was", "with", "flag", "option", "argument", "must", "not", "for", "from", "in", "on", "as", "instead",
    "requires", "cannot", "can", "has", "needs", "should", "parameter", "value", "if", "when", "provided", "given", "via", "using",
  ]

  static func isProse(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    behindFlags.contains(String(String.UnicodeScalarView(value.map(\.folded))))
  }

  /// Whether a word is short punctuation or is followed by another word, as in `invalid token: The token has expired`.
  static func isPartOfSentence(_ value: ArraySlice<Unicode.Scalar>, in scalars: [Unicode.Scalar]) -> Bool {
    if value.count <= 3 || (value.count <= 6 && value.allSatisfy(\.isDigit)) { return true }
    let next = value.endIndex + 1
    guard value.allSatisfy(\.isASCIILetter), next < scalars.count, scalars[next - 1] == " " else { return false }
    return scalars[next].isASCIILetter || scalars[next] == "("
  }
}
