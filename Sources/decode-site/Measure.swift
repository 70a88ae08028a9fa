import ArgumentParser
import Building
import Cataloging
import Decoding
import Linting

/// `decode-site accuracy`.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy",
    abstract: "Count how well the entries know their texts.",
    discussion: """
      Decodes every sample, counterexample and healthy log of the content with all entries in one index, and counts for each area \
      what decode-site check finds one by one. The site's page /accuracy/ shows the same counts.

      Exit status: 0 when everything was counted, whatever the counts; 1 when the content has errors; 2 when the disk fails; 64 for \
      wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Option(help: ArgumentHelp("The folder of content.", valueName: "dir"), completion: .directory)
  var content = "content"

  @Option(help: "How to print the counts: text, json, or markdown for the summary of a workflow.")
  var format = Format.text

  @Option(
    help: ArgumentHelp("Show what is different from earlier counts: a file that --format json has printed.", valueName: "file"),
    completion: .file())
  var compare: String?

  @Flag(help: "Measure how long samples take to decode, too: the median of each area.")
  var times = false

  func validate() throws {
    if content.isEmpty { throw ValidationError("A folder needs a name.") }
    if compare != nil, format == .json { throw ValidationError("--compare is for people: take --format text or markdown.") }
  }

  func run() throws {
    do {
      let earlier = try compare.map(EarlierAccuracy.read)
      let read = try ContentLoader.read(content)
      let catalog = try ContentLoader.catalog(of: read, in: content, ifNot: "nothing was counted").catalog
      let accuracy = try Accuracy(of: read, perform: Cores.performer)
      let times = times ? try DecodeTimes(of: catalog) : nil
      let table = AccuracyTable(accuracy: accuracy, earlier: earlier, times: times)
      switch format {
      case .text: print(AccuracyPrinter(table: table, terminal: .standardOutput).text, terminator: "")
      case .markdown: print(AccuracyMarkdown(table: table).text, terminator: "")
      case .json: print(String(decoding: AccuracyJSON.value(of: accuracy, times).bytes, as: UTF8.self))
      }
    } catch let failure as DiskFailure {
      StandardError.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }
}
