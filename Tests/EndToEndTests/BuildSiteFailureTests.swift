import Foundation
import Testing

/// When `decode-site build` does not build: what it says, its exit status, and that it leaves everything as it was.
@Suite struct BuildSiteFailureTests {
  let disk = try! TemporaryFolder()

  init() throws {
    try Repository.copy(to: disk)
    try Probe.add(to: disk)
  }

  func build(_ arguments: [String] = []) async throws -> Program.Run {
    try await Program.built("decode-site").run(["build"] + arguments, in: disk.path)
  }

  @Test func aBrokenEntryIsOneAndTheOldSiteStays() async throws {
    let first = try await build()
    try #require(first.status == 0)
    let stamps = try disk.stamps(at: "site")
    try disk.edit(Probe.path, replacing: "role: cause", with: "role: couse")
    try disk.edit(Probe.path, replacing: "updated: 2000-01-02", with: "updated: 2000-02-30")
    let expected = """
      content/entries/probe/upside-down-quux.md:3:7: error: there is no role 'couse' [unknown-value]
          role: couse
                ^~~~~
          help: did you mean 'cause'?
        + role: cause
      content/entries/probe/upside-down-quux.md:21:10: error: '2000-02-30' is no day of the calendar [bad-date]
          updated: 2000-02-30
                   ^~~~~~~~~~
          help: write YYYY-MM-DD
      2 errors: nothing was written

      """
    let run = try await build()
    #expect(run == Program.Run(status: 1, errors: first.errors + expected))
    #expect(try disk.stamps(at: "site") == stamps)
  }

  @Test func aSampleThatIsNotThereIsOneAndNothingIsMade() async throws {
    try disk.remove(Probe.samplePath)
    let run = try await build(["--content", disk.path("content"), "--output", "new/site"])
    #expect(run == Program.Run(status: 1, errors: run.errors))
    #expect(run.errors.contains("\(disk.path)/\(Probe.path):11:11: error: "))
    #expect(!FileManager.default.fileExists(atPath: disk.path("new")))
  }

  @Test(arguments: [
    (["--content", "nowhere"], "error: nowhere: there is no such folder\n"),
    (["--templates", "nowhere"], "error: nowhere: there is no such folder\n"),
    (["--content", "content/site.yml"], "error: content/site.yml: there is no such folder\n"),
    (["--output", "templates/.."], "error: templates/..: a site is never written into, or around, content: choose another folder\n"),
    (["--output", "content/a"], "error: content/a: a site is never written into, or around, content: choose another folder\n"),
    (
      ["--output", "owned"],
      "error: owned: holds files but no site of ours (it has no .decode-site-manifest), so nothing was written: "
        + "choose another folder, or empty this one\n"
    ),
    (["--output", "owned/notes.txt"], "error: owned/notes.txt: is not a folder: choose another place for the site\n"),
  ])
  func aFolderOfNoUseIsTwo(arguments: [String], message: String) async throws {
    try disk.put("precious".utf8, at: "owned/notes.txt")
    let before = try (disk.files(at: "."), disk.stamps(at: "."))
    #expect(try await build(arguments) == Program.Run(status: 2, errors: message))
    #expect(try disk.files(at: ".") == before.0)
    #expect(try disk.stamps(at: ".") == before.1)
  }

  @Test(arguments: [
    (
      "entry.mustache", "{{#steps}}never closed",
      """
      own/entry.mustache:1:1: error: the section 'steps' is not closed [unclosed-section]
          {{#steps}}never closed
          ^~~~~~~~~~
          help: add {{/steps}}

      """
    ),
    (
      "partials/header.mustache", "<b>{{siteTitel}}</b>",
      """
      own/partials/header.mustache:1:4: error: there is no 'siteTitel' here, where accuracy.mustache:5 includes this [unknown-name]
          <b>{{siteTitel}}</b>
             ^~~~~~~~~~~~~
          help: did you mean 'siteTitle'?

      """
    ),
    (
      "entri.mustache", "",
      """
      own/entri.mustache:1:1: error: no page uses this file [unused-template]
          help: did you mean entry.mustache?

      """
    ),
  ])
  func aTemplateThatCannotBeUsedIsTwo(name: String, text: String, finding: String) async throws {
    try disk.put(text.utf8, at: "own/\(name)")
    let before = try await build()
    let run = try await build(["--templates", "own", "--output", "new"])
    #expect(run == Program.Run(status: 2, errors: before.errors + finding + "the templates have errors: nothing was written\n"))
    #expect(!FileManager.default.fileExists(atPath: disk.path("new")))
  }

  @Test(arguments: [
    (["build", "--nope"], "Error: Unknown option '--nope'"),
    (["build", "extra"], "Error: Unexpected argument 'extra'"),
    (["build", "--output"], "Error: Missing value for '--output <dir>'"),
    (["nope"], "Error: Unexpected argument 'nope'"),
    (["build", "--base-url", "example.com"], badURL("example.com")),
    (["build", "--base-url", "ftp://example.com/"], badURL("ftp://example.com/")),
    (["build", "--base-url", "https://"], badURL("https://")),
    (["build", "--base-url", "https://example.com/?q=1"], badURL("https://example.com/?q=1")),
    (["build", "--base-url", "https://example.com/a b/"], badURL("https://example.com/a b/")),
  ])
  func wrongUsageIsSixtyFour(arguments: [String], firstLine: String) async throws {
    let run = try await Program.built("decode-site").run(arguments, in: disk.path)
    #expect(run == Program.Run(status: 64, errors: run.errors))
    #expect(run.errors.split(separator: "\n").first.map(String.init) == firstLine)
    #expect(!FileManager.default.fileExists(atPath: disk.path("site")))
  }

  static func badURL(_ url: String) -> String {
    "Error: The value '\(url)' is invalid for '--base-url <url>': '\(url)' is no address of a site: "
      + "give one like https://example.com/errors/"
  }
}
