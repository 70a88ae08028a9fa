import Decoding

/// Walks the text of a fence and gathers its commands. What a shell's own syntax is stands in an extension each.
struct CommandReader {
  let scalars: [Unicode.Scalar]
  let shell: Shell
  var position = 0
  private(set) var commands: [SimpleCommand] = []
  /// The command being read, one for each open group.
  private var open: [SimpleCommand]
  /// The sign of a redirection whose target is the next word.
  var pendingRedirection: String?
  /// Whether the next backtick ends a substitution.
  var isInBackticks = false

  init(_ text: String, shell: Shell) {
    scalars = Array(text.unicodeScalars)
    self.shell = shell
    open = [SimpleCommand(shell: shell, words: [])]
  }

  // MARK: Commands

  var isAtCommandStart: Bool { open[open.count - 1].words.isEmpty && pendingRedirection == nil }

  var wordCount: Int { open[open.count - 1].words.count }

  var depth: Int { open.count - 1 }

  /// Deeper substitutions are read as text, so that no text can exhaust the stack.
  var mayNest: Bool { depth < 40 }

  mutating func add(_ word: CommandWord) {
    if let sign = pendingRedirection {
      open[open.count - 1].redirections.append(SimpleCommand.Redirection(sign: sign, target: word))
      pendingRedirection = nil
    } else {
      open[open.count - 1].words.append(word)
    }
  }

  /// The command ends here.
  mutating func finish() {
    if let sign = pendingRedirection { open[open.count - 1].redirections.append(SimpleCommand.Redirection(sign: sign, target: nil)) }
    pendingRedirection = nil
    let command = open[open.count - 1]
    if !command.words.isEmpty || !command.redirections.isEmpty { commands.append(command) }
    discard()
  }

  /// What was read is no command.
  mutating func discard() {
    open[open.count - 1] = SimpleCommand(shell: shell, words: [])
    pendingRedirection = nil
  }

  /// A command inside of the one being read begins.
  mutating func enter() -> String? {
    open.append(SimpleCommand(shell: shell, words: []))
    defer { pendingRedirection = nil }
    return pendingRedirection
  }

  mutating func leave(redirection: String?) {
    finish()
    if open.count > 1 { open.removeLast() }
    pendingRedirection = redirection
  }

  // MARK: Scalars

  var isAtEnd: Bool { position >= scalars.count }

  var scalar: Unicode.Scalar { scalars[position] }

  func starts(with text: StaticString, at offset: Int = 0) -> Bool {
    text.withUTF8Buffer { bytes in
      position + offset + bytes.count <= scalars.count
        && bytes.indices.allSatisfy { scalars[position + offset + $0].value == UInt32(bytes[$0]) }
    }
  }

  mutating func skipLine() {
    while !isAtEnd, scalar != "\n" { position += 1 }
  }

  /// The end of `<PID>`, which the reader replaces, or of `{name}`, which is filled; nil where neither stands.
  var standInEnd: Int? { Self.standInEnd(in: scalars, at: position) }

  static func standInEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    if scalars[start] == "{" { return PlaceholderSyntax.token(in: scalars, at: start)?.end }
    guard scalars[start] == "<", start + 1 < scalars.count, scalars[start + 1].isASCIIUppercase else { return nil }
    let end = scalars[(start + 1)...].firstIndex { !$0.isASCIIUppercase && !$0.isDigit && $0 != "_" && $0 != "-" } ?? scalars.count
    return end < scalars.count && scalars[end] == ">" ? end + 1 : nil
  }
}
