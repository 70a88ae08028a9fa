import Cataloging
import Decoding
import Foundation
import Testing

@testable import Rendering

@Suite struct SearchTablesTests {
  @Test(arguments: [
    ("EADDRINUSE: address already in use", ["eaddrinuse", "address", "already", "use"]),
    ("java.lang.OutOfMemoryError", ["java", "lang", "outofmemoryerror", "memoryerror", "error"]),
    ("ERR_MODULE_NOT_FOUND", ["err_module_not_found", "module_not_found", "not_found", "found"]),
    ("OOMKilled, CrashLoopBackOff", ["oomkilled", "killed", "crashloopbackoff", "loopbackoff", "backoff", "off"]),
    ("exit 137 x509 node-gyp __dirname", ["exit", "137", "x509", "node", "gyp", "__dirname", "dirname"]),
    ("Größe 端口 _ a IS", ["größe", "端口"]),
    (String(repeating: "f", count: 65), []),
  ])
  func aTextIsCutIntoWords(text: String, words: [String]) {
    #expect(SearchWords.wordsAndEndings(of: text) == words)
  }

  @Test(arguments: [
    ("eaddrinuse", ["eaddrinuse code"]), ("gone", []), ("98", ["eaddrinuse alias"]), ("port", ["eaddrinuse signature"]),
    ("listens", ["eaddrinuse summary"]), ("taken", ["bind-in-use summary", "other summary"]),
    ("go", ["bind-in-use area", "other area"]),
    ("bind", ["bind-in-use title", "other signature"]), ("node", ["eaddrinuse area"]), ("holder", ["eaddrinuse text"]),
    ("process", []),
  ])
  func aWordIsFoundInItsBestPlace(word: String, places: [String]) throws {
    let entry = Fixture.entry.replacing("formerly: [eaddrinuse-node]", with: "formerly: [eaddrinuse-node]\naliases: [\"Errno 98\"]")
    let tables = try Tables(Fixture.render(["entries/node/eaddrinuse.md": entry]))
    #expect(tables.places(of: word) == places)
  }

  @Test func anEntryIsShownWithItsNamesAndFirstSentence() throws {
    let tables = try Tables(Fixture.render())
    #expect(tables.head["areas"] as? [[String]] == [["go", "Go"], ["node", "Node.js"]])
    #expect(
      tables.text("entries-0") == """
        [["bind-in-use","listen tcp",null,0,[],"Taken."],["other","other",null,0,[],"Taken."],\
        ["eaddrinuse","EADDRINUSE: address already in use","EADDRINUSE",1,["eaddrinuse-node"],"Something listens on port 3000."]]
        """)
    #expect(tables.text("names") == "[\"eaddrinuse\"]")
  }

  @Test func manyEntriesAreManySmallFiles() throws {
    var entries: [String: String] = [:]
    for number in 1...1000 { entries["entries/go/e\(number).md"] = Fixture.sibling(title: "error \(number) of word\(number * 7919)") }
    let tables = try Tables(Fixture.render(entries))
    let firsts = try #require(tables.head["words"] as? [String])
    #expect(firsts.count > 3 && firsts == firsts.sorted())
    for (number, first) in firsts.enumerated() {
      #expect(tables.rows("words-\(number)").first?.first as? String == first)
      #expect(try #require(tables.text("words-\(number)")).utf8.count < 17_000)
    }
    #expect((0..<63).map { tables.rows("entries-\($0)").count } == Array(repeating: 16, count: 62) + [11])
    #expect(tables.places(of: "word7919000") == ["e1000 title"])
  }

  @Test func theFolderIsNamedAfterWhatIsInIt() throws {
    let folders = try [[:], ["entries/go/other.md": Fixture.sibling(title: "another")]].map { replacements in
      try #require(try Tables(Fixture.render(replacements)).head["folder"] as? String)
    }
    #expect(folders[0] != folders[1])
    #expect(folders.allSatisfy { $0.wholeMatch(of: /search\/[0-9a-f]{16}\//) != nil })
  }

  /// Reads the files as the page does.
  private struct Tables {
    let files: [String: String]
    let head: [String: Any]

    init(_ files: [String: String]) throws {
      self.files = files
      let text = try #require(files["search.json"])
      head = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func text(_ name: String) -> String? { (head["folder"] as? String).flatMap { files["\($0)\(name).json"] } }

    func rows(_ name: String) -> [[Any]] {
      text(name).flatMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [[Any]] } ?? []
    }

    func places(of word: String) -> [String] {
      let names = ["code", "partOfCode", "alias", "area", "title", "signature", "summary", "text"]
      let firsts = head["words"] as? [String] ?? []
      let number = (firsts.firstIndex { $0 > word } ?? firsts.count) - 1
      var entry = -1
      return (rows("words-\(number)").first { $0[0] as? String == word } ?? []).compactMap { $0 as? Int }.map { posting in
        entry += posting / 8
        return "\(rows("entries-\(entry / 16)")[entry % 16][0]) \(names[posting % 8])"
      }
    }
  }
}
