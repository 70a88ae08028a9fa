import Decoding

/// The answer in the form that was asked for.
///
/// What may be shared (Markdown, annotations, SARIF) holds no secrets; text and JSON are for the person at this machine.
struct AnswerFormatter {
  let options: DecodeOptions
  let tables: IndexTables
  let given: [String: String]
  /// What text is printed on.
  let terminal: Terminal
  let place: TextPlace

  /// The answer's bytes, ending in a new line.
  ///
  /// - Parameters:
  ///   - whole: With all its diagnoses; only the first `--top` of them are printed.
  ///   - text: What was decoded, or its beginning.
  func output(for whole: Answer, of text: [UInt8]) -> [UInt8] {
    switch options.format {
    case .text: return Array(printer.text(of: cut(whole), chain: whole.chain).utf8)
    case .json: return cut(whole).json(siteURL: tables.site.url, system: options.system, given: given).bytes + [0x0A]
    case .markdown: return Array(markdown(of: whole, in: text).utf8)
    case .github:
      return Array(WorkflowCommands(site: tables.site, given: sharedGiven).text(of: cut(shared(whole, in: text))).utf8)
    case .sarif:
      return SARIFLog(site: tables.site, given: sharedGiven, place: place).json(of: cut(shared(whole, in: text))).bytes + [0x0A]
    }
  }

  func markdown(of whole: Answer, in text: [UInt8]) -> String {
    let printer = MarkdownPrinter(
      site: tables.site, entryCount: tables.count, system: options.system ?? System.current, given: sharedGiven)
    return printer.text(of: cut(shared(whole, in: text)), chain: whole.chain)
  }

  private var printer: AnswerPrinter {
    AnswerPrinter(
      site: tables.site, entryCount: tables.count, system: options.system ?? System.current, given: given, terminal: terminal)
  }

  private var sharedGiven: [String: String] { given.mapValues(Redactor.redacted) }

  private func shared(_ answer: Answer, in text: [UInt8]) -> Answer {
    answer.redacted(secrets: Redactor.secrets(in: String(decoding: text, as: UTF8.self)))
  }

  private func cut(_ answer: Answer) -> Answer {
    guard let top = options.top else { return answer }
    var answer = answer
    answer.diagnoses = Array(answer.diagnoses.prefix(top))
    return answer
  }
}
