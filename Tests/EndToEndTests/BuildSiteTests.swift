import Foundation
import Testing

/// `decode-site build` on a copy of the repository's content.
@Suite struct BuildSiteTests {
  let disk = try! TemporaryFolder()

  init() throws {
    try Repository.copy(to: disk)
  }

  func build(
    _ arguments: [String] = [], environment: [String: String?] = [:], in folder: String? = nil
  ) async throws -> Program.Run {
    try await Program.built("decode-site").run(["build"] + arguments, environment: environment, in: folder ?? disk.path)
  }

  @Test func aSecondBuildTouchesNothing() async throws {
    let first = try await build()
    let files = try disk.files(at: "site").keys.filter { $0 != ".decode-site-manifest" }
    let entries = Repository.entries.count
    #expect(files.contains("index.html") && files.contains("index.json"))
    #expect(
      first
        == Program.Run(
          status: 0, output: "site/: \(entries) entries, \(files.count) files: \(files.count) written, 0 unchanged, 0 removed\n",
          errors: first.errors))
    let stamps = try disk.stamps(at: "site")
    #expect(
      try await build()
        == Program.Run(
          status: 0, output: "site/: \(entries) entries, \(files.count) files: 0 written, \(files.count) unchanged, 0 removed\n",
          errors: first.errors))
    #expect(try disk.stamps(at: "site") == stamps)
  }

  @Test func theSameContentGivesTheSameBytesEverywhere() async throws {
    for folder in ["content", "templates"] { try disk.copy(disk.url(folder), to: "some where/\(folder)") }
    let here = try await build(environment: ["TZ": "UTC", "LC_ALL": "C"])
    let there = try await build(
      ["--content", disk.path("some where/content/"), "--templates", disk.path("some where/templates"), "--output", disk.path("there")],
      environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"], in: "/")
    #expect([here.status, there.status] == [0, 0])
    #expect(try disk.files(at: "site") == disk.files(at: "there"))
  }

  @Test func oneTemplateOfOnesOwnTakesThePlaceOfTheBuiltInOne() async throws {
    try disk.put("<footer>Ours: {{siteTitle}}</footer>\n".utf8, at: "own/partials/footer.mustache")
    try #require(await build().status == 0)
    try #require(await build(["--templates", "own", "--output", "there"]).status == 0)
    let (builtIn, own) = try (disk.files(at: "site"), disk.files(at: "there"))
    #expect(builtIn.keys.sorted() == own.keys.sorted())
    let page = String(decoding: try #require(own["index.html"]), as: UTF8.self)
    #expect(page.contains("<footer>Ours: ") && page.contains("<header class=\"masthead\">"))
  }

  @Test func anEntryThatGoesTakesItsPageWithIt() async throws {
    try #require(await build().status == 0)
    let before = try disk.files(at: "site")
    try Probe.add(to: disk)
    try #require(await build().status == 0)
    #expect(try disk.files(at: "site")["errors/\(Probe.slug)/index.html"] != nil)
    for path in [Probe.path, Probe.samplePath] { try disk.remove(path) }
    try disk.edit("content/areas.yml", replacing: Probe.area, with: "")
    try #require(await build().status == 0)
    #expect(try disk.files(at: "site") == before)
    #expect(!FileManager.default.fileExists(atPath: disk.path("site/errors/\(Probe.slug)")))
  }

  @Test func theAddressOfTheSiteCanBeGiven() async throws {
    for (url, address) in [("https://example.com/errors/", "https://example.com/errors/"), ("http://10.0.0.5", "http://10.0.0.5/")] {
      try Probe.add(to: disk)
      #expect(try await build(["--base-url", url]).status == 0)
      let run = try await Decode.run([Probe.slug, "--format", "json", "--index", disk.path("site/index.json")])
      #expect(run.output.contains(#""url":"\#(address)errors/\#(Probe.slug)/""#))
    }
  }

  /// The index that is built in and the one of the site hold the same content, so they give the same bytes.
  @Test func theSitesIndexAnswersAsTheBuiltInOneDoes() async throws {
    try Repository.copyAll(to: disk)
    try #require(await build().status == 0)
    let index = ["--index", disk.path("site/index.json"), "--format", "json"]
    let pastes = try Repository.pastes()
    #expect(pastes.count >= 2)
    for paste in pastes {
      let builtIn = try await Decode.run(["--format", "json"], input: paste)
      #expect(builtIn.status == 0)
      #expect(try await Decode.run(index, input: paste) == builtIn)
    }
    for entry in Repository.entries {
      let slug = entry.deletingPathExtension().lastPathComponent
      let builtIn = try await Decode.run(["--format", "json", slug])
      #expect(builtIn.status == 0)
      #expect(try await Decode.run(index + [slug]) == builtIn)
    }
    #expect(try await Decode.run(["--version", "--index", disk.path("site/index.json")]) == Decode.run(["--version"]))
  }
}
