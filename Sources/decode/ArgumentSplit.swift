/// The command line, split into options and words before anything looks at leading dashes.
///
/// An argument that holds a blank is always a word, even `-bash: kubectl: command not found`; so is everything behind `--`.
/// Behind the word `run` the first word begins a command: from there on all belongs to it.
struct ArgumentSplit: Equatable {
  private(set) var options: [String] = []
  private(set) var words: [String] = []
  /// What stands behind the word `run`: a program and its arguments. Nil without that word.
  private(set) var command: [String]?
  /// The first argument with one dash that is no option of ours: a cluster of letters to an argument parser, text to its writer.
  private(set) var unknownOption: String?

  init(_ arguments: some Sequence<String>) {
    var iterator = arguments.makeIterator()
    while let argument = iterator.next() {
      if argument == "--" {
        var rest: [String] = []
        while let word = iterator.next() { rest.append(word) }
        if command == nil { words += rest } else { command = rest }
      } else if !Self.isOptionWithValue(argument), Self.holdsBlank(argument) || !argument.hasPrefix("-") || argument == "-" {
        if command != nil {
          var rest = [argument]
          while let word = iterator.next() { rest.append(word) }
          command = rest
        } else if argument == "run", words.isEmpty {
          command = []
        } else {
          words.append(argument)
        }
      } else if !argument.hasPrefix("--"), argument != "-h", !argument.hasPrefix("-f") {
        unknownOption = unknownOption ?? argument
      } else {
        options.append(argument)
        // The value of an option may hold blanks, or begin with a dash.
        if DecodeOptions.optionsWithValue.contains(argument), let value = iterator.next() { options.append(value) }
      }
    }
  }

  /// `--set=path=/srv/my app`: one argument, whatever its value holds.
  private static func isOptionWithValue(_ argument: String) -> Bool {
    guard argument.hasPrefix("--"), let end = argument.firstIndex(of: "=") else { return false }
    return DecodeOptions.optionsWithValue.contains(String(argument[..<end]))
  }

  static func holdsBlank(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0.value == 0xA0 || $0.value == 0x3000 }
  }
}
