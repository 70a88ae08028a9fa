import Cataloging
import Testing

/// Content that is read again after a change must be what it would be if it was read for the first time.
struct ReusedContentTests {
  static let sample = "samples/eaddrinuse/nodemon.txt"

  @Test(
    arguments: [
      ["entries/go/bind.md": Content.other.replacing("match: bind", with: "match: another bind")],
      [Content.path: Content.entry.replacing("title: \"EADDRINUSE", with: "title: \"EADDRINUSE 2")],
      [sample: "another text\n"], [sample: nil], ["samples/eaddrinuse/nodemon2.txt": "unused\n"], ["entries/go/bind.md": nil],
      ["entries/node/new.md": Content.other.replacing("match: bind", with: "match: new bind")], ["site.yml": "title: [\n"],
      ["areas.yml": Content.areas.replacing("go:", with: "gone:")], ["conditions.yml": nil],
    ] as [[String: String?]])
  func `a change gives what reading anew gives`(change: [String: String?]) {
    var files = Dictionary(Content.files([:]).map { ($0.path, $0) }) { first, _ in first }
    let before = ReadContent(Array(files.values))
    #expect(before.findings == [])
    for (path, text) in change { files[path] = text.map { SourceFile(path: path, bytes: Array($0.utf8)) } }
    let changed = Array(files.values)
    let (again, anew) = (ReadContent(changed, reusing: before), ReadContent(changed))
    #expect(again.findings == anew.findings)
    #expect(again.catalog == anew.catalog)
    let restored = ReadContent(Content.files([:]), reusing: again)
    #expect(restored.findings == [])
    #expect(restored.catalog == before.catalog)
  }

  @Test func `a sample that is missing is sought anew when another one comes`() {
    var files = Content.files([:]).filter { $0.path != Self.sample }
    let before = ReadContent(files)
    files.append(SourceFile(path: "samples/eaddrinuse/nodemon2.txt", bytes: Array("x".utf8)))
    #expect(ReadContent(files, reusing: before).findings == ReadContent(files).findings)
    #expect(ReadContent(files, reusing: before).findings != before.findings)
  }
}
