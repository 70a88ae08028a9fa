import ArgumentParser
import Building
import Cataloging
import CommonMark
import Decoding
import Foundation
import Linting
import Rendering

/// `decode-site build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the site.",
    discussion: """
      Reads the content, checks it as decode-site check does but for the healthy logs, and writes a folder that any static host can \
      serve. Only files that differ are written, and what others put into that folder is left alone.

      What a run made the site of is kept in the user's cache, so that the next one makes only what would come out otherwise.

      Exit status: 0 when the site is written; 1 when the content has errors, and the site is as it was; 2 when the disk or the \
      templates fail; 64 for wrong usage.
      """)

  @Option(help: ArgumentHelp("The folder of content.", valueName: "dir"))
  var content = "content"

  @Option(
    help: ArgumentHelp(
      """
      A folder of templates and assets of your own: each of its files takes the place of the built-in one of the same path. \
      Without it all are the built-in ones; no folder is looked for.
      """,
      valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("The folder to write the site to.", valueName: "dir"))
  var output = "site"

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site will be served, in place of the url in site.yml.", valueName: "url"),
    transform: BaseURL.init)
  var baseURL: BaseURL?

  func validate() throws {
    if [content, templates, output].contains("") { throw ValidationError("A folder needs a name.") }
  }

  func run() throws {
    do {
      try build()
    } catch let failure as DiskFailure {
      throw failed(failure.description)
    }
  }

  private func build() throws {
    let program = ProgramIdentity.digest(with: [Release.version, MarkdownParser.libraryVersion])
    let store = program == nil ? nil : BuildRecordStore(output: output)
    let record = store?.record.flatMap { $0.program == program ? $0 : nil }
    let current = try record?.current(request: request, day: Today.text, folders: folders, output: output)
    if let current {
      if current != record { store?.keep(current) }
      StandardError.write(current.notes)
      return report(
        entries: current.entryCount, files: current.fileCount, WriteSummary(written: 0, unchanged: current.fileCount, removed: 0))
    }
    let own = try templates.map { (folder) throws(DiskFailure) in try FolderContents(folder, perform: Cores.performer) }
    let content = try checkedContent()
    FreeMemory.release()
    var index = IndexBuilder.index(of: content.catalog, perform: Cores.performer)
    if let baseURL { index.site.url = baseURL.text }
    let note =
      index.site.url == nil ? "note: site.yml has no url, so the pages do without addresses for search engines and previews\n" : ""
    StandardError.write(note)
    let templates = try TemplateLoader.templates(own?.files ?? [], in: templates ?? "", ifNot: "nothing was written")
    let plan = SiteRenderer(templates: templates, perform: Cores.performer).plan(
      content.catalog, index: index, accuracy: { content.accuracy })
    let files = SitePlanner.files(plan, index: index)
    let (summary, outputs) = try SiteWriter.write(
      files, to: output, apartFrom: folders, knowing: record?.outputs ?? [], perform: Cores.performer)
    if let program {
      store?.keep(
        BuildRecord(
          program: program, request: request, day: Today.text, notes: content.printed + note, entryCount: index.entries.count,
          inputs: [content.inputs] + (own.map { [BuildRecord.Inputs(of: $0)] } ?? []), outputs: outputs))
    }
    report(entries: index.entries.count, files: files.count, summary)
    // The system takes the memory of a large site back at once; to free it piece by piece takes longer than to read it.
    Foundation.exit(0)
  }

  /// What a site is made of. The sources and what the rules looked at, which take more memory than the site, are gone by then.
  private struct CheckedContent {
    let catalog: Catalog
    let accuracy: Accuracy
    let printed: String
    let inputs: BuildRecord.Inputs
  }

  private func checkedContent() throws -> CheckedContent {
    let contents = try FolderContents(content, perform: Cores.performer)
    let read = ReadContent(contents.files, perform: Cores.performer)
    // An index that answers samples with the wrong entry must not be published, and the page of the accuracy tries it anyway.
    let material = Material(read, today: Today.text, perform: Cores.performer)
    let (catalog, printed) = try ContentLoader.catalog(
      of: read, in: content, ifNot: "nothing was written", findings: try Linter.findings(in: material))
    return CheckedContent(
      catalog: catalog, accuracy: try Accuracy(of: material), printed: printed,
      inputs: BuildRecord.Inputs(of: contents, perform: Cores.performer))
  }

  /// The folders that are read.
  private var folders: [String] { [content] + (templates.map { [$0] } ?? []) }

  /// All that was asked for, and that is said or written anywhere.
  private var request: Digest {
    var digester = Digester()
    for text in [content, templates ?? "", baseURL?.text ?? ""] { digester.add(text) }
    return digester.digest
  }

  private func report(entries: Int, files: Int, _ summary: WriteSummary) {
    print(
      "\(output.asFolder): \(entries) \(entries == 1 ? "entry" : "entries"), \(files) files: "
        + "\(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed")
  }

  private func failed(_ message: String) -> ExitCode {
    StandardError.write("error: \(message)\n")
    return ExitCode(2)
  }
}
