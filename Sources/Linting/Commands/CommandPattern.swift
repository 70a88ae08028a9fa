import Decoding

/// A kind of command, as `docker|podman compose down -v|--volumes !--dry-run`.
///
/// The first word is the program, `|` parts alternatives. Words are the operands it begins with, in order; one that ends in `*` is a
/// beginning. Words with a leading `-`, `/` or `+` are options that must stand somewhere, those with a leading `!` must not; a letter
/// may stand in a cluster. A word with a leading `=` must be, or be the beginning of, some argument.
package struct CommandPattern: Sendable {
  let programs: [String]
  private let operands: [[String]]
  private let options: [[String]]
  private let forbidden: [String]
  private let anywhere: [[String]]

  init(_ text: String) {
    let words = text.split(separator: " ")
    let alternatives = { (text: Substring) in text.split(separator: "|").map(String.init) }
    let isOption = { (text: Substring) in text.hasPrefix("-") || text.hasPrefix("/") || text.hasPrefix("+") }
    let rest = words.dropFirst()
    programs = alternatives(words[0])
    operands = rest.filter { !isOption($0) && !$0.hasPrefix("!") && !$0.hasPrefix("=") }.map(alternatives)
    options = rest.filter(isOption).map(alternatives)
    forbidden = rest.filter { $0.hasPrefix("!") }.flatMap { alternatives($0.dropFirst()) }
    anywhere = rest.filter { $0.hasPrefix("=") }.map { alternatives($0.dropFirst()) }
  }

  package func matches(_ invocation: Invocation) -> Bool {
    guard programs.contains(where: { Self.isSame($0, invocation.program) }) else { return false }
    let ignoresCase = invocation.shell == .powershell || invocation.shell == .cmd
    let folded = { (text: String) in ignoresCase ? text.lowercased() : text }
    let arguments = invocation.arguments.map { folded($0.text) }
    guard !forbidden.contains(where: { Self.holds(folded($0), in: arguments) }) else { return false }
    guard options.allSatisfy({ $0.contains { Self.holds(folded($0), in: arguments) } }) else { return false }
    guard anywhere.allSatisfy({ $0.contains { word in arguments.contains { Self.isSame(folded(word), $0) } } }) else { return false }
    guard !operands.isEmpty else { return true }
    let own = invocation.operands.map { folded($0.text) }
    return operands.count <= own.count
      && zip(operands, own).allSatisfy { words, operand in
        words.contains { Self.isSame(folded($0), operand) }
      }
  }

  /// Whether a word is another, or begins as one that ends in `*`.
  private static func isSame(_ pattern: String, _ text: String) -> Bool {
    pattern == text || (pattern.utf8.last == UInt8(ascii: "*") && text.hasPrefix(pattern.dropLast()))
  }

  /// Whether an argument is an option, or a cluster of letters that ends in its letter.
  private static func isOption(_ argument: String, _ option: String) -> Bool {
    if argument == option { return true }
    guard option.count == 2, argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.count <= 6 else { return false }
    return argument.dropFirst().allSatisfy(\.isLetter) && argument.last == option.last
  }

  /// Whether an option is among some arguments: `-f`, `--force`, `--force=true`, the f of `-df`; `--grace-period=0` in two words, too.
  private static func holds(_ option: String, in arguments: [String]) -> Bool {
    let pair = option.split(separator: "=", maxSplits: 1).map(String.init)
    let letter = option.count == 2 && option.hasPrefix("-") ? option.last : nil
    return arguments.indices.contains { index in
      let argument = arguments[index]
      if isSame(option, argument) || argument.hasPrefix(option + "=") || argument.hasPrefix(option + ":") { return true }
      if pair.count == 2, isOption(argument, pair[0]), index + 1 < arguments.count, arguments[index + 1] == pair[1] { return true }
      guard let letter, argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.count <= 6 else { return false }
      return argument.dropFirst().allSatisfy(\.isLetter) && argument.contains(letter) && letter.isLetter
    }
  }
}
