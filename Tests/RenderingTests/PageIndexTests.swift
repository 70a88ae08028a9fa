import Cataloging
import Decoding
import Foundation
import Testing

@testable import Rendering

@Suite struct PageIndexTests {
  /// Of the index that both engines are tried with: the page's engine reads these very parts in `Tests/Browser/conformance.py`.
  @Test func thePartsAreAsRecorded() throws {
    let json = try Data(contentsOf: URL(fileURLWithPath: "\(Golden.folder)/../../Conformance/index.json"))
    let index = try SearchIndex(json: Array(json))
    let pageIndex = PageIndex(index)
    let files =
      pageIndex.files.map { (name: $0.path.dropFirst(pageIndex.folder.count), bytes: $0.bytes) }
      + index.entries.map { (name: "entries/\($0.slug).json", bytes: PageIndex.part(of: $0)) }
    let parts = files.map { name, bytes in "\"\(name)\": \(String(decoding: bytes, as: UTF8.self))" }
    try Golden.expect("{\n" + parts.joined(separator: ",\n") + "\n}\n", is: "page-index.json")
  }

  @Test func theFolderIsNamedAfterItsContent() throws {
    let index = try index(of: ["cannot open the file {path}"])
    #expect(PageIndex(index).folder == PageIndex(index).folder)
    #expect(try PageIndex(index).folder != PageIndex(self.index(of: ["cannot close the file {path}"])).folder)
  }

  @Test func anEntryIsFoundByAWindowOfEachSignature() throws {
    let signatures = [
      "listen EADDRINUSE: address already in use {host}:{port}", "bind: address already in use", "{port} is {taken|not free}",
      "{int}ms: {...} timed out",
    ]
    let entry = try #require(try index(of: signatures).entries.first)
    let keys = try #require(WindowChooser([entry]).keys(of: entry))
    // Of `addressalreadyinuse`, `taken`, `notfree` and `timedout`.
    #expect(keys.map(\.length).sorted() == [4, 6, 6, 12])
    for signature in entry.signatures {
      #expect(signature.lines.contains { $0.windows.contains { $0.allSatisfy { !keys.isDisjoint(with: $0) } && !$0.isEmpty } })
    }
  }

  @Test func anEntryWithoutAWindowIsAlwaysAskedFor() throws {
    let pageIndex = PageIndex(try index(of: ["^no: {word}$", "cannot open the file {path}"]))
    let keys = try #require(pageIndex.files.first { $0.path.hasSuffix("/keys.json") })
    #expect(String(decoding: keys.bytes, as: UTF8.self).contains("\"always\":[\"entry\"]"))
  }

  @Test func aWindowHasNoBlanksAndOneKindOfQuote() {
    #expect(Self.windows(in: "can't open x") == Self.windows(in: "can`t openx"))
    #expect(Self.windows(in: "can't open x") != Self.windows(in: "can't open y"))
    // Those of `can'topenx`, of `'topenx`, of `topenx` and of `openx`.
    #expect(Self.windows(in: "can't open x").map(\.length) == [4, 6, 4, 6, 4, 6, 4])
  }

  @Test func aWindowBeginsWhereAWordMay() throws {
    #expect(Self.windows(in: "abcdefg").map(\.length) == [4, 6])
    #expect(Self.windows(in: "abcdefg", beginsWord: false).isEmpty)
    // Behind a value no word begins, behind a blank one does.
    #expect(try Signature("{int}milliseconds").windows == [[], [[]]])
    #expect(try Signature("took {milliseconds|seconds}").windows[1].map(\.isEmpty) == [false, false])
  }

  private static func windows(in literal: String, beginsWord: Bool = true) -> [Window] {
    Window.all(in: Array(literal.unicodeScalars), beginsWord: beginsWord)
  }

  @Test(arguments: [0, 1, 2, 700, 40_000])
  func aSetOfNumbersTakesTwelveBitsForEach(count: Int) throws {
    var random = SystemRandomNumberGenerator()
    let numbers = Set((0..<count).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }).sorted()
    let code = RiceCode(numbers)
    #expect(try Self.decoded(code) == Set(numbers.map { $0 >> UInt32(32 - code.bits) }).sorted())
    #expect(code.packed.utf8.count * 6 <= 13 * count + 96)
  }

  /// As `page-index.mjs` reads it.
  private static func decoded(_ code: RiceCode) throws -> [UInt32] {
    let bytes = try #require(Data(base64Encoded: code.packed))
    var bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }[...]
    var values: [UInt32] = []
    var next: UInt32 = 0
    while true {
      let ones = bits.prefix { $0 == 1 }.count
      guard bits.count > ones + RiceCode.rest else { return values }
      let rest = bits.dropFirst(ones + 1).prefix(RiceCode.rest).reduce(UInt32(0)) { $0 << 1 | UInt32($1) }
      values.append(next + UInt32(ones) << UInt32(RiceCode.rest) + rest)
      next = (values.last ?? 0) &+ 1
      bits = bits.dropFirst(ones + 1 + RiceCode.rest)
    }
  }

  private func index(of signatures: [String]) throws -> SearchIndex {
    let entry = IndexedEntry(
      slug: "entry", area: "node", url: "errors/entry/", title: "Title", code: nil, aliases: [], condition: nil, role: .cause,
      summary: "Summary.", signatures: try signatures.map { IndexedSignature(lines: [try Signature($0)]) }, steps: [], faq: [], captures: []
    )
    return SearchIndex(site: IndexedSite(title: "Test", url: nil, content: "2026-11-22"), entries: [entry])
  }
}
