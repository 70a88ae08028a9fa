public import ArgumentParser
public import Cataloging

/// `decode-site schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which keys the content may have.",
    discussion: """
      Prints a JSON Schema (draft 2020-12), for editors: of an entry's front matter, of site.yml, or of areas.yml and conditions.yml. \
      As markdown it is a page about all of them. Both are made from the table that the programs read content with.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, markdown }

  @Argument(help: ArgumentHelp("What the schema is of: entry, site or groupings. Default: entry.", valueName: "file"))
  var schema: ContentSchema?

  @Option(help: "json for a schema, markdown for the page about all files.")
  var format = Format.json

  func validate() throws {
    if let schema, format == .markdown { throw ValidationError("The page is about all files: leave out '\(schema.rawValue)'.") }
  }

  func run() throws {
    switch format {
    case .json: print((schema ?? .entry).jsonSchema.indented)
    case .markdown: print(ContentReference.markdown, terminator: "")
    }
  }
}

extension ContentSchema: ExpressibleByArgument {}
