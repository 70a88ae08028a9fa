public import ArgumentParser
public import Decoding

extension Terminal.Color: ExpressibleByArgument {}

/// What can be typed after `decode`, but for the text itself.
struct DecodeOptions: ParsableArguments, ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: "Explain the error in raw text: what it means, and what to type.",
    usage: """
      decode [OPTIONS] [TEXT ...]
      command 2>&1 | decode
      decode -f deploy.log
      decode eaddrinuse
      decode list
      """,
    discussion: """
      TEXT is raw error text: a message, a stack trace, a log. Without it, standard input is read. One word is an entry's name, \
      code or alias first, and text otherwise; an argument that holds a blank is always text, even with a leading dash.

      Nothing is sent anywhere and no command is run.

      Exit status: 0 something matched, 1 nothing matched, 2 input or index could not be read, 64 wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(
    name: [.customShort("f"), .long], help: ArgumentHelp("Read the text from a file; - is standard input.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(help: "How to print the answer: text or json.")
  var format = Format.text

  @Option(help: "Commands for this system: linux, macos or windows. Default: the one you are on; json has all.")
  var system: System?

  @Option(name: .customLong("set"), help: ArgumentHelp("Fill in a value of your own, as in --set port=4000.", valueName: "name=value"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("Print at most this many answers.", valueName: "count"))
  var top: Int?

  @Option(help: "Show colours: auto, always or never. NO_COLOR turns auto off.")
  var color = Terminal.Color.auto

  @Option(
    help: ArgumentHelp("Use another index.json than the built-in one. DECODE_INDEX does the same.", valueName: "file"),
    completion: .file())
  var index: String?

  @Flag(help: "Print the version, the index's schema, its number of entries and its newest date.")
  var version = false

  /// The options whose next argument is their value.
  static let optionsWithValue: Set<String> = [
    "-f", "--file", "--format", "--system", "--set", "--top", "--color", "--index", "--generate-completion-script",
  ]

  func checkInputs(words: [String]) throws {
    if words.first == "run" { throw ValidationError("decode run is not there yet. Pipe the output instead: command 2>&1 | decode") }
    if file != nil, !words.isEmpty { throw ValidationError("Give text or --file, not both.") }
    if let top, top < 1 { throw ValidationError("--top takes a number from 1 on.") }
    for setting in settings {
      guard setting.contains("="), !setting.hasPrefix("=") else {
        throw ValidationError("--set takes name=value, as in --set port=4000; this is '\(setting)'.")
      }
      guard !setting.unicodeScalars.contains(where: { $0.isControl || $0.isInvisible }) else {
        throw ValidationError("--set takes no control or invisible characters.")
      }
    }
  }

  /// The values given with `--set`.
  ///
  /// - Throws: `ValidationError` for a name that no entry of the answer has, and for a value that is not of the name's type.
  func given(for diagnoses: [Diagnosis]) throws -> [String: String] {
    var values: [String: String] = [:]
    let captures = diagnoses.flatMap(\.entry.captures)
    for setting in settings where !diagnoses.isEmpty {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let named = captures.filter { $0.name == parts[0] }
      guard !named.isEmpty else {
        let names = Set(captures.map(\.name)).sorted().joined(separator: ", ")
        throw ValidationError("--set \(setting): the answer has no value named '\(parts[0])'; it has \(names.isEmpty ? "none" : names).")
      }
      for capture in named where !capture.type.isValid(parts[1]) {
        throw ValidationError("--set \(setting): '\(parts[1])' is no \(capture.type.rawValue).")
      }
      values[parts[0]] = parts[1]
    }
    return values
  }
}

extension System: ExpressibleByArgument {}
