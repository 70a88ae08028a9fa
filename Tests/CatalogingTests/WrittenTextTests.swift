import Testing

@testable import Cataloging

struct WrittenTextTests {
  private let path = "entries/go/bind.md"

  private func read(_ original: String, _ replacement: String, isCRLF: Bool) throws -> (entry: ReadEntry, source: SourceText) {
    let text = Content.other.replacing(original, with: replacement)
    let files = Content.files([path: isCRLF ? text.replacing("\n", with: "\r\n") : text])
    let entry = try #require(ReadContent(files).entries.first { $0.entry.path == path })
    return (entry, SourceText(lossy: try #require(files.first { $0.path == path })))
  }

  /// Each text holds `[X]`, whose place is asked for. The key stands in line 7.
  @Test(arguments: [
    ("plain [X] text", "7:17+3"), ("'it''s [X]'", "7:18+3"), (#""a \"b\" \u00e9 [X]""#, "7:27+3"),
    ("|\n      one\n        two [X]", "9:13+3"),
    (">-\n      one\n      two [X]", "9:11+3"), ("|2-\n        one [X]", "8:13+3"), ("'日本 [X]'", "7:15+3"),
  ]) func `a part of a sample is found in its value`(value: String, place: String) throws {
    for isCRLF in [false, true] {
      let (read, source) = try read("bind address already in use\n    source", value + "\n    source", isCRLF: isCRLF)
      let text = String(decoding: read.entry.samples[0].bytes, as: UTF8.self).unicodeScalars
      let start = text.distance(from: text.startIndex, to: try #require(text.firstIndex(of: "[")))
      let found = read.writing.samples[0].text.place(of: start..<start + 3, in: source)
      #expect("\(found.line):\(found.column)+\(found.length)" == place)
    }
  }

  /// The fence stands in line 18.
  @Test(arguments: [
    ("```sh look\nls [X]\n```", "19:4+3"), ("   ```sh look\n     ls\n   é [X]\n   ```", "20:6+3"),
    ("```sh look\n  ls\n\n\t[X]\n```", "21:2+3"),
  ]) func `a part of a command is found in its fence`(fence: String, place: String) throws {
    for isCRLF in [false, true] {
      let (read, source) = try read("## Stop it", "### Do it\n\n\(fence)\n\n## Stop it", isCRLF: isCRLF)
      guard case .commands(let panels)? = read.entry.body.steps.first?.parts.first, let command = panels.first?.commands.first else {
        Issue.record("there is no command")
        return
      }
      let text = command.text.unicodeScalars
      let start = text.distance(from: text.startIndex, to: try #require(text.firstIndex(of: "[")))
      let found = WrittenText(command, path: path).place(of: start..<start + 3, in: source)
      #expect("\(found.line):\(found.column)+\(found.length)" == place)
    }
  }

  @Test(arguments: [(1, 1, "8:7"), (2, 3, "9:9"), (2, 99, "9:11")])
  func `a line and a column of a raw text are found, or the end of the line`(line: Int, column: Int, place: String) throws {
    let (read, source) = try read("bind address already in use\n    source", "|-\n      one\n      four\n    source", isCRLF: false)
    let text = String(decoding: read.entry.samples[0].bytes, as: UTF8.self).unicodeScalars
    let found = read.writing.samples[0].text.place(line: line, column: column, length: 1, of: text, in: source)
    #expect("\(found.line):\(found.column)" == place)
  }
}
