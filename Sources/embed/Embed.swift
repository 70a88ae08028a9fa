import Building
import Cataloging
import Decoding
import Foundation

/// `embed content|templates FOLDER OUTPUT`: writes the Swift file that a program carries a folder in.
///
/// Findings go to standard error in the form that build tools show; an error among them fails the build.
@main
enum Embed {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { fail("usage: embed content|templates FOLDER OUTPUT", status: 64) }
    let source: String
    do {
      switch arguments[1] {
      case "content": source = try index(of: ContentReader.read(arguments[2]))
      case "templates": source = EmbeddedSource.templates(try TemplateReader.read(arguments[2]))
      default: fail("embed: there is no kind '\(arguments[1])' of folder", status: 64)
      }
    } catch let failure as DiskFailure {
      fail("embed: \(failure)", status: 2)
    }
    try Data(source.utf8).write(to: URL(filePath: arguments[3]))
  }

  private static func index(of files: [SourceFile]) throws -> String {
    let (catalog, findings) = Catalog.build(files: files)
    if !findings.isEmpty {
      FileHandle.standardError.write(Data(FindingReporter.text(findings, sources: files, prefix: "content/").utf8))
    }
    guard let catalog else { fail("embed: content/ has errors; decode-site build shows them alone", status: 1) }
    let json = IndexBuilder.index(of: catalog).json
    return EmbeddedSource.index(json: json, tables: try IndexTables(json: json).encoded)
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(status)
  }
}
