import Foundation
import Testing

/// Content that nobody writes on purpose: a finding or a failure each, within seconds, and never a part of a site.
@Suite struct BadContentTests {
  let disk = try! TemporaryFolder()
  static let entry = "content/entries/node/eaddrinuse.md"

  init() throws { try disk.copy(Repository.root.appending(path: "Tests/LintingTests/Fixtures/base"), to: "content") }

  private func run(_ command: String) async throws -> Program.Run {
    try await Program.built("decode-site").run([command], in: disk.path, limit: 120)
  }

  /// Both commands say it; nothing is built.
  private func expectFinding(_ heads: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
    let check = try await run("check")
    #expect(check.status == 1, "\(check)", sourceLocation: sourceLocation)
    for head in heads { #expect(check.output.contains("\(head)\n"), "\(check.output)", sourceLocation: sourceLocation) }
    let build = try await run("build")
    #expect(build.status == 1 && build.output == "", "\(build)", sourceLocation: sourceLocation)
    for head in heads { #expect(build.errors.contains("\(head)\n"), "\(build.errors)", sourceLocation: sourceLocation) }
    #expect(!FileManager.default.fileExists(atPath: disk.path("site")), sourceLocation: sourceLocation)
  }

  private func expectFailure(_ message: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
    for command in ["check", "build"] {
      #expect(try await run(command) == Program.Run(status: 2, errors: "error: \(message)\n"), sourceLocation: sourceLocation)
    }
    #expect(!FileManager.default.fileExists(atPath: disk.path("site")), sourceLocation: sourceLocation)
  }

  @Test func aMarkdownFileOfFiftyMegabytes() async throws {
    try disk.put([UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000), at: "content/entries/node/large.md")
    try await expectFinding("content/entries/node/large.md:1:1: error: the file has 50000000 bytes, of at most 1048576 [file-too-large]")
  }

  @Test func aSampleOfFiftyMegabytes() async throws {
    try disk.put([UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000), at: "content/samples/eaddrinuse/large.txt")
    try disk.edit(
      Self.entry, replacing: "text: \"Error: listen EADDRINUSE: address already in use :::3000\"",
      with: "file: samples/eaddrinuse/large.txt")
    try await expectFinding(
      "\(Self.entry):8:11: error: the file 'samples/eaddrinuse/large.txt' has 50000000 bytes, of at most 1048576 [file-too-large]")
  }

  @Test func aFileThatDoesNotFitIntoMemory() async throws {
    // Sparse: it takes no room.
    try disk.put([], at: "content/benign/all.log")
    let file = try FileHandle(forWritingTo: disk.url("content/benign/all.log"))
    try file.truncate(atOffset: 1 << 36)
    try file.close()
    try await expectFailure("content/benign/all.log: is larger than 64 MiB: take it out")
  }

  @Test(arguments: [
    ("- \n", "content/areas.yml:1:1: error: the file is a list instead of slugs with values [wrong-shape]"),
    ("a:\n", "content/areas.yml:200000:1: error: the key 'a' stands here a second time, first in line 1 [duplicate-key]"),
    ("#\n", "content/entries/node/eaddrinuse.md:1:1: error: there is no area 'node' [unknown-area]"),
  ])
  func twoHundredThousandLinesOfYAML(line: String, head: String) async throws {
    try disk.put(String(repeating: line, count: 200_000).utf8, at: "content/areas.yml")
    try await expectFinding(head)
  }

  @Test func aliasesThatMultiply() async throws {
    let lines = (1...9).map { number in
      "a\(number): &a\(number) [\(Array(repeating: "*a\(number - 1)", count: 9).joined(separator: ", "))]"
    }
    try disk.edit(Self.entry, replacing: "title:", with: "a0: &a0 x\n\(lines.joined(separator: "\n"))\ntitle:")
    try await expectFinding("\(Self.entry):2:5: error: '&a0' is a YAML anchor [yaml-feature]")
  }

  @Test func nestingWithoutEnd() async throws {
    let quotes = String(repeating: "> ", count: 100_000)
    try disk.edit(Self.entry, replacing: "condition:", with: "x: \(String(repeating: "[", count: 100_000))\ncondition:")
    try disk.edit(Self.entry, replacing: "## Why it happens", with: "## Why it happens\n\n\(quotes)x")
    try await expectFinding("\(Self.entry):3:1030: error: this is nested more than 16 deep [yaml-feature]")
  }

  @Test func aLinkThatLeavesTheContent() async throws {
    try disk.put("secret".utf8, at: "outside.md")
    try FileManager.default.createSymbolicLink(atPath: disk.path("content/entries/node/x.md"), withDestinationPath: "../../../outside.md")
    try await expectFailure("content/entries/node/x.md: is a link that leads out of the folder: put a copy in its place")
  }

  @Test func aNamedPipe() async throws {
    try #require(mkfifo(disk.path("content/entries/node/pipe.md"), 0o600) == 0)
    try await expectFailure("content/entries/node/pipe.md: is a named pipe: only files and folders are read")
  }

  @Test(arguments: [("a b", "a b"), ("it's \"so\"", "it's \"so\""), ("🦊", "🦊"), ("a\nb", "a␊b"), ("a\u{1B}[31m", "a␛[31m"), ("-x", "-x")])
  func aNameThatIsNoSlug(name: String, shown: String) async throws {
    try disk.put(disk.text(at: Self.entry).utf8, at: "content/entries/node/\(name).md")
    try await expectFinding("content/entries/node/\(shown).md:1:1: error: '\(shown)' is no slug [bad-slug]")
    let json = try await Program.built("decode-site").run(["check", "--format", "json"], in: disk.path)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let paths = try #require(object["findings"] as? [[String: Any]]).map { $0["path"] as? String }
    #expect(paths.contains("content/entries/node/\(name).md"))
  }

  @Test func slugsThatDifferInCaseAlone() async throws {
    try disk.put(disk.text(at: Self.entry).utf8, at: "content/entries/npm/EADDRINUSE.md")
    try await expectFinding(
      "content/entries/npm/EADDRINUSE.md:1:1: error: 'EADDRINUSE' is no slug [bad-slug]",
      "content/entries/npm/EADDRINUSE.md:1:1: error: the slug 'EADDRINUSE' is that of entries/node/eaddrinuse.md too [duplicate-slug]")
  }

  @Test func aByteOrderMarkAndCRLF() async throws {
    for path in [Self.entry, "content/site.yml", "content/areas.yml"] {
      try disk.put(("\u{FEFF}" + disk.text(at: path).replacing("\n", with: "\r\n")).utf8, at: path)
    }
    #expect(try await run("check") == Program.Run(status: 0, output: "2 entries, 1 healthy log checked: 0 errors, 0 warnings\n"))
  }

  @Test func aFileThatComesAndGoesWhileItIsRead() async throws {
    try disk.makeFolder("content/samples/eaddrinuse")
    try disk.put([], at: "going")
    let loop = "cd content/samples/eaddrinuse && while [ -e ../../../going ]; do echo x > x.txt; rm -f x.txt; done"
    let writer = try Program.installed("sh").start(
      ["-c", loop], environment: [:], folder: disk.path, streams: [.file("/dev/null"), .file("/dev/null"), .file("/dev/null")])
    for _ in 0..<20 {
      let check = try await run("check")
      #expect([0, 2].contains(check.status), "\(check)")
      if check.status == 2 { #expect(check.errors.hasPrefix("error: content/samples/eaddrinuse/x.txt: "), "\(check)") }
    }
    try disk.remove("going")
    #expect(try await writer.status(within: 60) == 0)
  }
}
