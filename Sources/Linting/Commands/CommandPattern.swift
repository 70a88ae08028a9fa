import Decoding

/// A kind of command, as `docker|podman compose down -v|--volumes !--dry-run`.
///
/// The first word is the program, `|` parts alternatives. Words are the operands it begins with, in order; one that ends in `*` is a
/// beginning. Words with a leading `-`, `/` or `+` are options that must stand somewhere, those with a leading `!` must not; a letter
/// may stand in a cluster. A word with a leading `=` must be, or be the beginning of, some argument.
package struct CommandPattern: Sendable {
  let programs: [String]
  private let operands: [[String]]
  private let options: [[Option]]
  private let forbidden: [Option]
  private let anywhere: [[String]]

  init(_ text: String) {
    let words = text.split(separator: " ")
    let alternatives = { (text: Substring) in text.split(separator: "|").map(String.init) }
    let isOption = { (text: Substring) in text.hasPrefix("-") || text.hasPrefix("/") || text.hasPrefix("+") }
    let rest = words.dropFirst()
    programs = alternatives(words[0])
    operands = rest.filter { !isOption($0) && !$0.hasPrefix("!") && !$0.hasPrefix("=") }.map(alternatives)
    options = rest.filter(isOption).map { alternatives($0).map(Option.init) }
    forbidden = rest.filter { $0.hasPrefix("!") }.flatMap { alternatives($0.dropFirst()).map(Option.init) }
    anywhere = rest.filter { $0.hasPrefix("=") }.map { alternatives($0.dropFirst()) }
  }

  package func matches(_ invocation: Invocation) -> Bool {
    guard programs.contains(where: { Self.isSame($0, invocation.program) }) else { return false }
    let ignoresCase = invocation.shell == .powershell || invocation.shell == .cmd
    let folded = { (text: String) in ignoresCase ? text.lowercased() : text }
    if !operands.isEmpty {
      let own = invocation.operands
      let fits = { (words: [String], operand: CommandWord) in words.contains { Self.isSame(folded($0), folded(operand.text)) } }
      guard operands.count <= own.count, zip(operands, own).allSatisfy(fits) else { return false }
    }
    guard !forbidden.isEmpty || !options.isEmpty || !anywhere.isEmpty else { return true }
    let arguments = invocation.arguments.map { folded($0.text) }
    let isThere = { (option: Option) in (ignoresCase ? option.lowercased : option).stands(in: arguments) }
    return !forbidden.contains(where: isThere) && options.allSatisfy { $0.contains(where: isThere) }
      && anywhere.allSatisfy { $0.contains { word in arguments.contains { Self.isSame(folded(word), $0) } } }
  }

  /// Whether a word is another, or begins as one that ends in `*`.
  fileprivate static func isSame(_ pattern: String, _ text: String) -> Bool {
    pattern == text || (pattern.utf8.last == UInt8(ascii: "*") && text.hasPrefix(pattern.dropLast()))
  }
}

/// An option as a pattern names it: `-f`, `--force`; `--grace-period=0` in one word or two.
private struct Option: Sendable {
  private let text: String
  /// What stands before the first `=`, and behind it.
  private let pair: (name: String, value: String)?
  /// Of an option of one letter, which may stand in a cluster.
  private let letter: Character?

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    pair = parts.count == 2 ? (parts[0], parts[1]) : nil
    letter = text.count == 2 && text.hasPrefix("-") ? text.last.flatMap { $0.isLetter ? $0 : nil } : nil
  }

  var lowercased: Option { Option(text.lowercased()) }

  /// Whether it is among some arguments: `-f`, `--force`, `--force=true`, the f of `-df`; `--grace-period=0` in two words, too.
  func stands(in arguments: [String]) -> Bool {
    arguments.indices.contains { index in
      let argument = arguments[index]
      if CommandPattern.isSame(text, argument) { return true }
      if argument.hasPrefix(text), let next = argument.dropFirst(text.count).first, next == "=" || next == ":" { return true }
      if let pair, index + 1 < arguments.count, arguments[index + 1] == pair.value, Self.isOne(argument, pair.name) { return true }
      guard let letter else { return false }
      return Self.isCluster(argument) && argument.contains(letter)
    }
  }

  /// Whether an argument is an option, or a cluster of letters that ends in its letter.
  private static func isOne(_ argument: String, _ option: String) -> Bool {
    argument == option || (option.count == 2 && isCluster(argument) && argument.last == option.last)
  }

  /// Whether an argument is a cluster of options of one letter each.
  private static func isCluster(_ argument: String) -> Bool {
    argument.utf8.first == UInt8(ascii: "-") && !argument.hasPrefix("--") && argument.count <= 6
      && argument.dropFirst().allSatisfy(\.isLetter)
  }
}
