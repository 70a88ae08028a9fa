import ArgumentParser
import Building
import BuiltInTemplates
import Cataloging
import Decoding
import Linting
import Rendering

/// `decode-site build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the site.",
    discussion: """
      Reads the content, checks it as decode-site check does but for the healthy logs, and writes a folder that any static host can serve. Only files that differ are written, and \
      what others put into that folder is left alone.

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
    let read = try ContentLoader.read(content)
    // An index that answers samples with the wrong entry must not be published, and the page of the accuracy tries it anyway.
    let material = Material(read, today: Today.text, perform: Cores.performer)
    let catalog = try ContentLoader.catalog(
      of: read, in: content, ifNot: "nothing was written", findings: try Linter.findings(in: material))
    var index = IndexBuilder.index(of: catalog)
    if let baseURL { index.site.url = baseURL.text }
    if index.site.url == nil {
      StandardError.write("note: site.yml has no url, so the pages do without addresses for search engines and previews\n")
    }
    let renderer = SiteRenderer(templates: try readTemplates())
    var files =
      renderer.render(catalog, index: index, accuracy: try Accuracy(of: material)) + [
        OutputFile(path: "index.json", bytes: index.json), OutputFile(path: "index.schema.json", bytes: SearchIndex.jsonSchema),
      ]
    files.append(renderer.serviceWorker(for: files))
    let summary = try SiteWriter.write(files, to: output, apartFrom: [content] + (templates.map { [$0] } ?? []))
    print(
      "\(output.asFolder): \(index.entries.count) \(index.entries.count == 1 ? "entry" : "entries"), \(files.count) files: "
        + "\(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed")
  }

  private func readTemplates() throws -> Templates {
    let builtIn = BuiltInTemplates.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
    let own = try templates.map { try TemplateReader.read($0) } ?? []
    do {
      return try Templates(own, over: builtIn)
    } catch {
      let paths = Set(own.map(\.path))
      let inOwn = error.findings.filter { paths.contains($0.place.path) }
      let inBuiltIn = error.findings.filter { !paths.contains($0.place.path) }
      StandardError.write(FindingReporter.text(inOwn, sources: own, prefix: (templates ?? "").asFolder))
      StandardError.write(FindingReporter.text(inBuiltIn, sources: builtIn, prefix: "built-in templates/"))
      StandardError.write("the templates have errors: nothing was written\n")
      throw ExitCode(2)
    }
  }

  private func failed(_ message: String) -> ExitCode {
    StandardError.write("error: \(message)\n")
    return ExitCode(2)
  }
}
