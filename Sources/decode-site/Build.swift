import ArgumentParser
import Building
import Cataloging
import Decoding
import Rendering

/// `decode-site build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the site.",
    discussion: """
      Reads the content, checks it, and writes a folder that any static host can serve. Only files that differ are written, and \
      what others put into that folder is left alone.

      Exit status: 0 when the site is written; 1 when the content has errors, and the site is as it was; 2 when the disk or the \
      templates fail; 64 for wrong usage.
      """)

  @Option(help: ArgumentHelp("The folder of content.", valueName: "dir"))
  var content = "content"

  @Option(help: ArgumentHelp("The folder of templates and assets.", valueName: "dir"))
  var templates = "templates"

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
    } catch let failure as TemplateFailure {
      throw failed("\(templates.asFolder)\(failure)")
    }
  }

  private func build() throws {
    let sources = try ContentReader.read(content)
    let (catalog, findings) = Catalog.build(files: sources)
    StandardError.write(FindingReporter.text(findings, sources: sources, prefix: content.asFolder))
    guard let catalog else {
      let count = findings.count { $0.severity == .error }
      StandardError.write("\(count) \(count == 1 ? "error" : "errors"): nothing was written\n")
      throw ExitCode(1)
    }
    var index = IndexBuilder.index(of: catalog)
    if let baseURL { index.site.url = baseURL.text }
    if index.site.url == nil {
      StandardError.write("note: site.yml has no url, so the pages do without addresses for search engines and previews\n")
    }
    let renderer = SiteRenderer(templates: try Templates(TemplateReader.read(templates)))
    let files =
      renderer.render(catalog, index: index) + [
        OutputFile(path: "index.json", bytes: index.json), OutputFile(path: "index.schema.json", bytes: SearchIndex.jsonSchema),
      ]
    let summary = try SiteWriter.write(files, to: output, apartFrom: [content, templates])
    print(
      "\(output.asFolder): \(index.entries.count) \(index.entries.count == 1 ? "entry" : "entries"), \(files.count) files: "
        + "\(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed")
  }

  private func failed(_ message: String) -> ExitCode {
    StandardError.write("error: \(message)\n")
    return ExitCode(2)
  }
}

extension String {
  /// With the slash that a folder's path ends in.
  fileprivate var asFolder: String { hasSuffix("/") ? self : self + "/" }
}
