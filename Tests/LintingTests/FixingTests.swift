import Cataloging
import Linting
import Testing

@Suite struct FixingTests {
  /// Makes safe fixes until there are none.
  private func mended(_ files: [SourceFile]) throws -> (files: [SourceFile], rounds: Int) {
    var files = files
    for round in 0..<10 {
      let findings = try Linter.findings(in: ReadContent(files), today: "2026-11-22")
      let changed = files.compactMap { file in Fixing.mended(file, by: findings)?.file }
      guard !changed.isEmpty else { return (files, round) }
      files = files.map { file in changed.first { $0.path == file.path } ?? file }
    }
    return (files, 10)
  }

  @Test(arguments: Fixture.all) func `safe fixes come to an end, and leave no finding that they are for`(fixture: Fixture) throws {
    let (files, rounds) = try mended(fixture.files())
    #expect(rounds < 3)
    let findings = try Linter.findings(in: ReadContent(files), today: "2026-11-22")
    #expect(findings.filter { $0.fix?.isSafe == true } == [])
    #expect(try mended(files).files == files)
  }

  private static let path = "entries/node/eaddrinuse.md"

  private func entry(_ change: (String) -> String) throws -> String {
    let base = try Fixture(name: "base").files()
    let files = base.map { file in
      file.path == Self.path ? SourceFile(path: file.path, bytes: Array(change(String(decoding: file.bytes, as: UTF8.self)).utf8)) : file
    }
    let file = try mended(files).files.first { $0.path == Self.path }
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  @Test(arguments: [
    ("summary: Some", "sumary: Some"), ("samples:", "\"sampels\":"), ("updated: 2026-11-22", "updated: 2026/11/22"),
    ("updated: 2026-11-22", "updated: \"2026-11-22T10:00:00Z\""), ("## Why it happens", "## Why it hapens"),
    ("## What it looks like", "# What it looks like"), ("```sh linux look", "```shell linux look"), ("sh linux look", "sh linx look"),
    ("---\ntitle", "---  \ntitle"), ("\n---\n\n", "\n --- \n\n"), ("## FAQ", "## Faq"),
  ]) func `a mistake is mended in its place`(good: String, bad: String) throws {
    let base = try entry { $0 }
    let quoted = bad.contains("\"") ? good.replacing("samples", with: "\"samples\"").replacing("2026-11-22", with: "\"2026-11-22\"") : good
    #expect(try entry { $0.replacing(good, with: bad) } == base.replacing(good, with: quoted))
  }

  @Test func `a byte-order mark and CRLF stay`() throws {
    let dress = { (text: String) in "\u{FEFF}" + text.replacing("\n", with: "\r\n") }
    #expect(try entry { dress($0.replacing("summary:", with: "sumary:")) } == dress(entry { $0 }))
  }

  @Test func `a file that is not UTF-8 is left alone`() {
    let file = SourceFile(path: "a", bytes: [0x61, 0xFF])
    let finding = Finding(
      rule: "r", place: Place(path: "a", line: 1, column: 1), message: "", hint: "",
      fix: Fix(line: 1, column: 1, length: 1, replacement: "b", isSafe: true))
    #expect(Fixing.mended(file, by: [finding])?.file == nil)
  }

  @Test func `of fixes that touch one another the first is made, and only safe ones are`() throws {
    let fixes = [(1, 2, "X", true), (2, 2, "Y", true), (4, 1, "Z", false), (5, 1, "\n", true)]
    let findings = fixes.map { column, length, text, isSafe in
      Finding(
        rule: "r\(text)", place: Place(path: "a", line: 1, column: column), message: "", hint: "",
        fix: Fix(line: 1, column: column, length: length, replacement: text, isSafe: isSafe))
    }
    let mended = try #require(Fixing.mended(SourceFile(path: "a", bytes: Array("abcdef\r\n".utf8)), by: findings))
    #expect(String(decoding: mended.file.bytes, as: UTF8.self) == "Xcd\r\nf\r\n")
    #expect(mended.findings.map(\.rule) == ["rX", "r\n"])
  }
}
