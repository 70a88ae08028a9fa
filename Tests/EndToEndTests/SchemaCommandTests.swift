import Foundation
import Testing

/// `decode-site schema`, and the files of .github/docs/ that `make docs` makes with it.
@Suite struct SchemaCommandTests {
  private func schema(_ arguments: [String]) async throws -> Program.Run {
    try await Program.built("decode-site").run(["schema"] + arguments)
  }

  private func doc(_ name: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: ".github/docs/\(name)"), encoding: .utf8)
  }

  @Test(arguments: [
    (["entry"], "entry.schema.json"), ([], "entry.schema.json"), (["site"], "site.schema.json"),
    (["groupings"], "groupings.schema.json"), (["--format", "markdown"], "content.md"),
  ])
  func theFilesOfTheRepositoryAreWhatIsPrinted(arguments: [String], file: String) async throws {
    let run = try await schema(arguments)
    #expect(run == Program.Run(status: 0, output: try doc(file)), "make docs writes .github/docs/\(file) anew")
  }

  @Test func aSchemaIsJSON() async throws {
    for name in ["entry", "site", "groupings"] {
      let value = try JSONSerialization.jsonObject(with: Data(try await schema([name]).output.utf8)) as? [String: Any]
      #expect(value?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
  }

  @Test func wrongUsageIsSixtyFour() async throws {
    let page = try await schema(["site", "--format", "markdown"])
    #expect(page.status == 64 && page.errors.hasPrefix("Error: The page is about all files: leave out 'site'."))
    #expect(try await schema(["entries"]).status == 64)
  }

  /// The template for those who write without the program.
  @Test func theEntryTemplateIsWhatNewWrites() async throws {
    let disk = try TemporaryFolder()
    for name in ["site.yml", "areas.yml", "conditions.yml"] {
      try disk.copy(Repository.root.appending(path: "content/\(name)"), to: "content/\(name)")
    }
    #expect(try await Program.built("decode-site").run(["new", "node/my-error"], in: disk.path).status == 0)
    let written = try disk.text(at: "content/entries/node/my-error.md").replacing(#/\nupdated: [0-9-]+\n/#, with: "\nupdated: YYYY-MM-DD\n")
    #expect(try doc("entry-template.md") == written, "make docs writes .github/docs/entry-template.md anew")
  }
}
