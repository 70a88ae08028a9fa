import ArgumentParser
import Decoding

/// `decode`: raw error text in, what it means and what to type out.
///
/// Exit status: 0 something matched, 1 nothing matched, 2 input or index could not be read, 64 wrong usage. A closed pipe is success.
@main
enum Decode {
  static func main() {
    Stream.ignoreBrokenPipes()
    let arguments = ArgumentSplit(CommandLine.arguments.dropFirst())
    let options: DecodeOptions
    do {
      if let option = arguments.unknownOption {
        throw ValidationError("Unknown option '\(option)'. Text that begins with a dash goes between quotes: decode '\(option) …'")
      }
      options = try DecodeOptions.parse(arguments.options)
      try options.checkInputs(words: arguments.words)
    } catch {
      exit(withUsage: error)
    }
    do {
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
    if words == ["list"] {
      Stream.standardOutput.write(EntryList(tables: decoder.tables).output(as: options.format))
      return 0
    }
    var answer = try answer(options, words: words, decoder: decoder)
    let given = try options.given(for: answer.diagnoses)
    if let top = options.top { answer.diagnoses = Array(answer.diagnoses.prefix(top)) }
    switch options.format {
    case .json:
      let json = answer.json(siteURL: decoder.tables.site.url, system: options.system, given: given)
      Stream.standardOutput.write(json.bytes + [0x0A])
    case .text:
      let printer = AnswerPrinter(
        site: decoder.tables.site, entryCount: decoder.tables.count, system: options.system ?? System.current, given: given,
        terminal: Terminal.standardOutput(color: options.color))
      Stream.standardOutput.write(printer.text(of: answer))
    }
    return answer.diagnoses.isEmpty ? 1 : 0
  }

  /// One word is a name before it is text; text that matches nothing may still be a name, on standard input too.
  private static func answer(_ options: DecodeOptions, words: [String], decoder: ErrorDecoder) throws -> Answer {
    if words.count == 1, !ArgumentSplit.holdsBlank(words[0]) {
      let named = try decoder.lookUp(words[0])
      if !named.isEmpty { return Answer(diagnoses: named) }
    }
    var session = decoder.session(perform: Cores.performer)
    // Enough to tell a name, and whether there was anything but blanks.
    var start: [UInt8] = []
    var isBlank = true
    func take(_ part: UnsafeBufferPointer<UInt8>) throws {
      if start.count <= nameLimit { start += part.prefix(nameLimit + 1 - start.count) }
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
    return answer
  }

  /// No name is longer, in bytes.
  private static let nameLimit = 200

  /// A short text without the blanks, brackets and punctuation around it.
  private static func name(in text: [UInt8]) -> String? {
    guard text.count <= nameLimit else { return nil }
    let isEdge = { (byte: UInt8) in byte <= 0x20 || "[](){}<>:;.,!?'\"`".utf8.contains(byte) }
    let trimmed = text.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    return String(validating: Array(trimmed), as: UTF8.self)
  }
}
