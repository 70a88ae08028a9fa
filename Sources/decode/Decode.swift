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
      DecodeOptions.exit(withError: error)
    }
    do {
      Stream.exit(try run(options, words: arguments.words))
    } catch let error as ValidationError {
      DecodeOptions.exit(withError: error)
    } catch {
      Stream.standardError.write("decode: \(error)\n")
      Stream.exit(2)
    }
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
        site: decoder.tables.site, entryCount: decoder.tables.rows.count, system: options.system ?? System.current, given: given,
        terminal: Terminal.standardOutput(color: options.color))
      Stream.standardOutput.write(printer.text(of: answer))
    }
    return answer.diagnoses.isEmpty ? 1 : 0
  }

  /// One word is a name before it is text; text that matches nothing may still be an alias of several words.
  private static func answer(_ options: DecodeOptions, words: [String], decoder: ErrorDecoder) throws -> Answer {
    if words.isEmpty { return try decoder.decode(try Input.read(file: options.file)) }
    let text = words.joined(separator: " ")
    let isOneWord = words.count == 1 && !ArgumentSplit.holdsBlank(text)
    if isOneWord {
      let named = try decoder.lookUp(text)
      if !named.isEmpty { return Answer(diagnoses: named) }
    }
    let answer = try decoder.decode(Array(text.utf8))
    if answer.diagnoses.isEmpty, !isOneWord {
      let named = try decoder.lookUp(text)
      if !named.isEmpty { return Answer(diagnoses: named) }
    }
    return answer
  }
}
