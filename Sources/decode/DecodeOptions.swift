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
      decode run -- npm start
      decode list
      """,
    discussion: """
      TEXT is raw error text: a message, a stack trace, a log. Without it, standard input is read. One word is an entry's name, \
      code or alias first, and text otherwise; an argument that holds a blank is always text, even with a leading dash.

      Behind 'run' stands a command: its output passes through, and when it fails, the answer follows on standard error. Options \
      for decode stand before the command.

      Nothing is sent anywhere, and no command is run but the one behind 'run'. Passwords, tokens and e-mail addresses are left out \
      of markdown, github and sarif, as far as they can be told by their form or name; text and json have all.

      Exit status: 0 something matched, 1 nothing matched, 2 input or index could not be read, 64 wrong usage. With --ndjson: 0 every \
      line was read, 2 one was not. With 'run': the command's own; 126 it cannot be executed, 127 it is not there, 128 and the number \
      of the signal that ended it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, github, sarif

    /// Whether it is made to be shared: then it holds no secrets.
    var isShared: Bool { self != .text && self != .json }
  }

  @Option(
    name: [.customShort("f"), .long], help: ArgumentHelp("Read the text from a file; - is standard input.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    help: """
      How to print the answer: text; json; markdown for a ticket or a chat; github for the annotations and the summary of a workflow; \
      sarif.
      """)
  var format = Format.text

  @Flag(help: "Read lines of JSON, each a string or an object with a member text; print a line of JSON for each.")
  var ndjson = false

  @Option(help: "Commands for this system: linux, macos or windows. Default: the one you are on; json and ndjson have all.")
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

  @Option(
    help: ArgumentHelp(
      "Show why an entry is in the answer or not: each place where it matches and what became of it, or how far its nearest signature got.",
      valueName: "name"))
  var why: String?

  @Flag(help: "Print the answer as soon as the text holds one, and each further answer when it comes.")
  var follow = false

  @Flag(help: "Print the version, the index's schema, its number of entries and its newest date.")
  var version = false

  /// The options whose next argument is their value.
  static let optionsWithValue: Set<String> = [
    "-f", "--file", "--format", "--system", "--set", "--top", "--color", "--index", "--why",
    "--generate-completion-script",
  ]

  /// - Parameter command: What stands behind the word `run`.
  func checkInputs(words: [String], command: [String]?) throws {
    if let command {
      guard !command.isEmpty else { throw ValidationError("Name the command: decode run -- npm start") }
      guard file == nil, !ndjson else {
        throw ValidationError("decode run reads what the command prints: leave out \(ndjson ? "--ndjson" : "--file").")
      }
    }
    if ndjson {
      guard words.isEmpty else { throw ValidationError("--ndjson reads standard input or --file, not words.") }
      guard format == .text || format == .json else {
        throw ValidationError("--ndjson prints JSON: leave out --format \(format.rawValue).")
      }
      guard settings.isEmpty else { throw ValidationError("--ndjson takes the values from each line: leave out --set.") }
    }
    if let why {
      guard command == nil, !ndjson, !follow, format == .text else {
        throw ValidationError("--why \(why) prints text about one input: leave out run, --ndjson, --follow and --format.")
      }
    }
    if follow {
      guard command == nil, !ndjson, words.isEmpty, format == .text || format == .json else {
        throw ValidationError("--follow reads standard input or --file, and prints text or json.")
      }
    }
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

extension DecodeOptions {
  /// The values given with `--set` that fit the answer; the others are for answers that did not come.
  func givenWhereKnown(for diagnoses: [Diagnosis]) -> [String: String] {
    var known = self
    known.settings = settings.filter { setting in
      var single = self
      single.settings = [setting]
      return (try? single.given(for: diagnoses)) != nil
    }
    return (try? known.given(for: diagnoses)) ?? [:]
  }
}

extension System: ExpressibleByArgument {}
