import ArgumentParser
import Decoding

/// `decode`: raw error text in, what it means and what to type out.
///
/// Exit status: 0 something matched, 1 nothing matched, 2 input or index could not be read, 64 wrong usage. A closed pipe is success.
/// `decode run` exits as its command did.
@main
enum Decode {
  static func main() {
    let endedByBrokenPipes = Stream.ignoreBrokenPipes()
    let arguments = ArgumentSplit(CommandLine.arguments.dropFirst())
    let options: DecodeOptions
    do {
      if let option = arguments.unknownOption {
        throw ValidationError("Unknown option '\(option)'. Text that begins with a dash goes between quotes: decode '\(option) …'")
      }
      options = try DecodeOptions.parse(arguments.options)
      try options.checkInputs(words: arguments.words, command: arguments.command)
    } catch {
      exit(withUsage: error)
    }
    do {
      if let command = arguments.command, !options.version {
        let decoder = try IndexLoader.load(file: options.index)
        let run = CommandRun(command: command, options: options, decoder: decoder, resetsBrokenPipes: endedByBrokenPipes)
        Stream.exit(try run.status())
      }
      Stream.exit(try run(options, words: arguments.words))
    } catch let error as ValidationError {
      exit(withUsage: error)
    } catch {
      Stream.standardError.write(Terminal.visible("decode: \(error)\n"))
      Stream.exit(2)
    }
  }

  /// What the argument parser has to say: help, or an error with nothing in it that a terminal would act on.
  private static func exit(withUsage error: any Error) -> Never {
    let status = DecodeOptions.exitCode(for: error)
    let text = DecodeOptions.fullMessage(for: error) + "\n"
    if status.isSuccess { Stream.standardOutput.write(text) } else { Stream.standardError.write(Terminal.visible(text)) }
    Stream.exit(status.rawValue)
  }

  private static func run(_ options: DecodeOptions, words: [String]) throws -> Int32 {
    if words == ["help"] {
      Stream.standardOutput.write(DecodeOptions.helpMessage() + "\n")
      return 0
    }
    let decoder = try IndexLoader.load(file: options.index)
    if options.version {
      Stream.standardOutput.write(Version.text(of: decoder.tables) + "\n")
      return 0
    }
    if words == ["list"], !options.ndjson {
      guard let list = EntryList(tables: decoder.tables).output(as: options.format) else {
        throw ValidationError("A list has no form \(options.format.rawValue): take text, json or markdown.")
      }
      Stream.standardOutput.write(list)
      return 0
    }
    if options.ndjson { return try RecordFilter(decoder: decoder, options: options).status() }
    if let name = options.why { return try why(name, options, words: words, decoder: decoder) }
    if options.follow { return try Follower(decoder: decoder, options: options).status() }
    let (answer, text) = try answer(options, words: words, decoder: decoder)
    let formatter = AnswerFormatter(
      options: options, tables: decoder.tables, given: try options.given(for: answer.diagnoses),
      terminal: Terminal.standardOutput(color: options.color), place: place(of: options, words: words))
    Stream.standardOutput.write(formatter.output(for: answer, of: text))
    if options.format == .github { StepSummary.append(formatter.markdown(of: answer, in: text)) }
    return answer.diagnoses.isEmpty ? 1 : 0
  }

  /// Why an entry is in the answer: 0 when it is, 1 when not.
  private static func why(_ name: String, _ options: DecodeOptions, words: [String], decoder: ErrorDecoder) throws -> Int32 {
    let text = words.isEmpty ? try Input.readText(file: options.file) : Array(words.joined(separator: " ").utf8)
    guard let explanation = try decoder.explain(name, in: text) else {
      throw ValidationError("--why \(name): there is no such entry; decode list shows all.")
    }
    Stream.standardOutput.write(WhyPrinter(terminal: Terminal.standardOutput(color: options.color)).text(of: explanation))
    return explanation.isInAnswer ? 0 : 1
  }

  private static func place(of options: DecodeOptions, words: [String]) -> TextPlace {
    guard words.isEmpty else { return .arguments }
    return options.file.map { $0 == "-" ? .standardInput : .file($0) } ?? .standardInput
  }

  /// One word is a name before it is text; text that matches nothing may still be a name, on standard input too.
  ///
  /// - Returns: the answer, and the beginning of the text it is about.
  private static func answer(
    _ options: DecodeOptions, words: [String], decoder: ErrorDecoder
  ) throws -> (answer: Answer, text: [UInt8]) {
    if words.count == 1, !ArgumentSplit.holdsBlank(words[0]) {
      let named = try decoder.lookUp(words[0])
      if !named.isEmpty { return (Answer(diagnoses: named), []) }
    }
    var session = decoder.session(perform: Cores.performer)
    // Enough to tell a name, or to find the secrets in what is shared.
    let startLimit = options.format.isShared ? secretsLimit : nameLimit + 1
    var start: [UInt8] = []
    var isBlank = true
    func take(_ part: UnsafeBufferPointer<UInt8>) throws {
      if start.count < startLimit { start += part.prefix(startLimit - start.count) }
      isBlank = isBlank && part.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      try session.append(part)
    }
    if words.isEmpty {
      try Input.read(file: options.file, take)
    } else {
      try Array(words.joined(separator: " ").utf8).withUnsafeBufferPointer(take)
    }
    var answer = try decoder.finish(&session)
    if answer.diagnoses.isEmpty, let name = Self.name(in: start) {
      let named = try decoder.lookUp(name)
      if !named.isEmpty { answer = Answer(diagnoses: named) }
    }
    if answer.diagnoses.isEmpty, options.format == .text, isBlank {
      Stream.standardError.write("decode: the input is empty; errors often go to standard error: command 2>&1 | decode\n")
    }
    return (answer, start)
  }

  /// No name is longer, in bytes.
  private static let nameLimit = 200

  /// How much of a text is searched for secrets that stand elsewhere too; the proof and the values are searched in any case.
  private static let secretsLimit = 4 << 20

  /// A short text without the blanks, brackets and punctuation around it.
  private static func name(in text: [UInt8]) -> String? {
    guard text.count <= nameLimit else { return nil }
    let isEdge = { (byte: UInt8) in byte <= 0x20 || "[](){}<>:;.,!?'\"`".utf8.contains(byte) }
    let trimmed = text.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    return String(validating: Array(trimmed), as: UTF8.self)
  }
}
