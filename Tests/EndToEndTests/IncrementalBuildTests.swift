import Foundation
import Testing

/// A build that knows the last one must leave what a build that knows nothing leaves.
@Suite struct IncrementalBuildTests {
  let disk = try! TemporaryFolder()

  init() throws { try SmallSite.put(in: disk) }

  func build(to output: String, cache: String, _ arguments: [String] = []) async throws -> Program.Run {
    try await Program.built("decode-site").run(
      ["build", "--output", output] + arguments, environment: ["XDG_CACHE_HOME": disk.path(cache)], in: disk.path)
  }

  /// Changes something; what it does need not be right.
  func edit(_ choose: inout SeededGenerator) throws {
    let entries = try disk.files(at: "content/entries").keys.sorted()
    let entry = entries.randomElement(using: &choose)!
    let path = "content/entries/\(entry)"
    let number = Int.random(in: 0..<1000, using: &choose)
    switch Int.random(in: 0..<12, using: &choose) {
    case 0: try disk.put(SmallSite.entry("new-\(number)", lines: ["condition: taken"]).utf8, at: "content/entries/go/new-\(number).md")
    case 1 where entries.count > 2: try disk.remove(path)
    case 2: try disk.move(path, to: "content/entries/node/moved-\(number).md")
    case 3: try replace("title:", by: "title: \"Title \(number)\"", in: path)
    case 4: try replace("updated:", by: "updated: 2026-10-\(10 + number % 20)", in: path)
    case 5: try replace("updated:", by: "updated: 2026-10-10\n\(number % 2 == 0 ? "draft: true" : "formerly: [old-\(number)]")", in: path)
    case 6: try disk.put((try disk.text(at: path) + "\nMore \(number).\n").utf8, at: path)
    case 7: try disk.put(SmallSite.settings.replacing("Small", with: "Small \(number % 3)").utf8, at: "content/site.yml")
    case 8: try disk.put(SmallSite.settings.replacing("/base/", with: number % 2 == 0 ? "/" : "/base/").utf8, at: "content/site.yml")
    case 9: try disk.put("<footer>\(number)</footer>\n".utf8, at: "own/partials/footer.mustache")
    case 10: try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: disk.path(path))
    default: try? disk.remove("site/errors/one/index.html")
    }
  }

  func replace(_ key: String, by line: String, in path: String) throws {
    let lines = try disk.text(at: path).components(separatedBy: "\n").map { $0.hasPrefix(key) ? line : $0 }
    try disk.put(lines.joined(separator: "\n").utf8, at: path)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func afterAnyEditsTheSiteIsWhatACleanBuildMakes(seed: UInt64) async throws {
    var choose = SeededGenerator(seed: seed)
    try disk.put("<footer>0</footer>\n".utf8, at: "own/partials/footer.mustache")
    var built = 0
    for step in 0..<14 {
      let before = try? disk.files(at: "site")
      let content = try disk.files(at: "content")
      for _ in 0...Int.random(in: 0..<2, using: &choose) { try edit(&choose) }
      let run = try await build(to: "site", cache: "cache", ["--templates", "own"])
      let clean = try await build(to: "clean-\(step)", cache: "none-\(step)", ["--templates", "own"])
      #expect(run.status == clean.status && run.errors == clean.errors)
      guard run.status == 0 else {
        if var before {
          if !FileManager.default.fileExists(atPath: disk.path("site/errors/one/index.html")) { before["errors/one/index.html"] = nil }
          #expect(try disk.files(at: "site") == before)
        }
        try disk.remove("content")
        for (path, bytes) in content { try disk.put(bytes, at: "content/\(path)") }
        continue
      }
      built += 1
      #expect(try disk.files(at: "site") == disk.files(at: "clean-\(step)"), "step \(step)")
      let again = try await build(to: "site", cache: "cache", ["--templates", "own"])
      #expect(again.output.contains(": 0 written, ") && again.output.hasSuffix(" 0 removed\n") && again.errors == run.errors)
    }
    #expect(built > 3)
  }

  @Test func aDamagedRecordIsAsIfThereWasNone() async throws {
    let first = try await build(to: "site", cache: "cache")
    let name = try #require(try disk.files(at: "cache").keys.first)
    let record = try disk.files(at: "cache")[name]!
    for damaged in [Data(), record.prefix(record.count / 2), Data(repeating: 0, count: 100), record.dropLast() + [record.last! ^ 1]] {
      try disk.put(damaged, at: "cache/\(name)")
      try disk.edit("content/entries/go/one.md", replacing: "So.", with: "So!")
      let run = try await build(to: "site", cache: "cache")
      #expect(run.status == 0 && run.output.contains(" written, "), "\(run)")
      try disk.edit("content/entries/go/one.md", replacing: "So!", with: "So.")
      #expect(try await build(to: "site", cache: "cache").status == 0)
      _ = try await build(to: "clean", cache: "none")
      #expect(try disk.files(at: "site") == disk.files(at: "clean"))
    }
    #expect(first.status == 0)
  }

  @Test func aCacheThatCannotBeWrittenHindersNothing() async throws {
    try disk.put("a file".utf8, at: "cache")
    for count in ["14", "0"] {
      let run = try await build(to: "site", cache: "cache")
      #expect(run.status == 0, "\(run.errors)")
      if count == "0" { #expect(run.output.contains(": 0 written, ")) }
    }
  }
}
