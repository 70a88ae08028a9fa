import ArgumentParser
import Building
import Cataloging
import Drafting
import Foundation

/// `decode-site new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin an entry, from an error that you paste or from nothing.",
    usage: """
      decode-site new
      decode-site new AREA/SLUG [--from FILE|-]
      npm start 2>&1 | decode-site new node/my-error --from -
      """,
    discussion: """
      Writes entries/<area>/<slug>.md with everything an entry needs and a TODO wherever only you know what to say. From raw text it \
      takes secrets, addresses and names out, finds the line that matters, proposes a signature with holes for what varies, fills in \
      the sample and its captures, and tells which entries and healthy logs the signature matches too.

      Without arguments it asks, in a terminal. Nothing that is there already is changed.

      Exit status: 0 when the entry is written; 1 when you leave without one; 2 when the disk fails; 64 for wrong usage, and for an \
      entry that is there already.
      """)

  @Argument(help: ArgumentHelp("The entry's area and slug: node/eaddrinuse.", valueName: "area/slug"))
  var address: String?

  @Option(help: ArgumentHelp("A file of raw text; - is standard input.", valueName: "file"), completion: .file())
  var from: String?

  @Option(help: ArgumentHelp("The line of the text that matters, when another one is found.", valueName: "number"))
  var line: Int?

  @Option(help: ArgumentHelp("The folder of content.", valueName: "dir"), completion: .directory)
  var content = "content"

  func validate() throws {
    if content.isEmpty { throw ValidationError("A folder needs a name.") }
    if let line, line < 1 { throw ValidationError("Lines are counted from 1.") }
    if address == nil, from != nil || line != nil { throw ValidationError("Name the entry: decode-site new AREA/SLUG --from FILE") }
    if line != nil, from == nil { throw ValidationError("--line is about the text of --from.") }
  }

  func run() throws {
    do {
      let read = try ContentLoader.read(content)
      let known = KnownAddresses(read.files, folder: content.asFolder)
      if let address {
        let address = try known.address(address)
        try write(address, raw: try from.map(rawText), read)
      } else {
        try ask(known, read)
      }
    } catch let failure as DiskFailure {
      StandardError.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }

  private func ask(_ known: KnownAddresses, _ read: ReadContent) throws {
    guard isatty(STDIN_FILENO) == 1 else { throw ValidationError("Name the entry: decode-site new AREA/SLUG [--from FILE|-]") }
    var questions = NewQuestions(known: known, terminal: .standardOutput)
    guard let answers = questions.ask() else {
      StandardError.write("\nnothing was written\n")
      throw ExitCode(1)
    }
    try write(answers.address, raw: answers.raw, read)
  }

  private func write(_ address: KnownAddresses.Address, raw: String?, _ read: ReadContent) throws {
    let lineCount = raw.map { $0.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count - ($0.utf8.last == 0x0A ? 1 : 0) } ?? 0
    if let line, line > lineCount { throw ValidationError("There is no line \(line): the text ends with line \(lineCount).") }
    let draft = try Draft(
      of: raw, area: address.area, slug: address.slug, lineNumber: line, today: Date.now.formatted(.iso8601.year().month().day()),
      content: read)
    try ContentWriter.add(draft.files, to: content)
    print(DraftPrinter(terminal: .standardOutput, prefix: content.asFolder).text(of: draft))
  }

  /// More is no paste.
  private static let largestText = 256 << 10

  private func rawText(_ path: String) throws -> String {
    let isInput = path == "-"
    if isInput, isatty(STDIN_FILENO) == 1 { StandardError.write("Paste the error, then press Ctrl-D on a line of its own.\n") }
    guard let file = isInput ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
      throw DiskFailure(path: path, message: String(cString: strerror(errno)))
    }
    do {
      let data = try file.read(upToCount: Self.largestText + 1) ?? Data()
      guard data.count <= Self.largestText else {
        throw DiskFailure(
          path: isInput ? "standard input" : path, message: "is larger than 256 KiB: cut it to the lines around the error")
      }
      let text = String(decoding: data, as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace }) else {
        throw DiskFailure(path: isInput ? "standard input" : path, message: "is empty; errors often go to standard error: command 2>&1")
      }
      return text
    } catch let failure as DiskFailure {
      throw failure
    } catch {
      throw DiskFailure(path: path, message: String(cString: strerror(errno)))
    }
  }
}
