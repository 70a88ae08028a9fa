import Testing

@testable import Decoding

@Suite struct IndexTests {
  private func sample() throws -> SearchIndex {
    var entry = IndexedEntry.blank
    entry.slug = "b-c"
    entry.area = "node"
    entry.url = "errors/b-c/"
    entry.title = "\u{2028}Quotes \" \\ / \u{1F4A5}"
    entry.code = "E1"
    entry.aliases = ["x", "y z"]
    entry.condition = "in-use"
    entry.role = .wrapper
    entry.summary = "S {port}."
    entry.signatures = [
      IndexedSignature(lines: [try Signature("a {port}")], label: "L", since: "Node 12"),
      IndexedSignature(lines: [try Signature("b c"), try Signature("d {port}")], unless: [try Signature("fine now")]),
    ]
    entry.steps = [
      IndexedStep(
        title: "T", text: "P\n\nQ",
        commands: [IndexedCommand(systems: [.macos, .linux], risk: .change, shell: .bash, text: "kill {port}\n", note: "N")])
    ]
    entry.faq = [IndexedQuestion(question: "Q?", answer: "A.", anchor: "faq-q")]
    entry.captures = [IndexedCapture(name: "port", type: .port, example: "3000")]
    var first = IndexedEntry.blank
    first.slug = "a"
    return SearchIndex(site: IndexedSite(title: "T", url: nil, content: "2026-11-22"), entries: [entry, first])
  }

  @Test func `What is written is read, in the documented form`() throws {
    let index = try sample()
    #expect(try SearchIndex(json: index.json) == index)
    #expect(
      String(decoding: index.json, as: UTF8.self)
        == #"""
        {"schema":1,"site":{"title":"T","url":null,"content":"2026-11-22"},"entries":[{"slug":"a","area":"","url":"","title":"","code":null,"aliases":[],"condition":null,"role":"cause","summary":"","signatures":[],"steps":[],"faq":[],"examples":{},"types":{}},{"slug":"b-c","area":"node","url":"errors/b-c/","title":"\u2028Quotes \" \\ / 💥","code":"E1","aliases":["x","y z"],"condition":"in-use","role":"wrapper","summary":"S {port}.","signatures":[{"match":"a {port}","weight":2,"label":"L","since":"Node 12"},{"lines":["b c","d {port}"],"weight":4,"unless":["fine now"]}],"steps":[{"title":"T","text":"P\n\nQ","commands":[{"systems":["linux","macos"],"risk":"change","shell":"bash","text":"kill {port}\n","note":"N"}]}],"faq":[{"question":"Q?","answer":"A.","anchor":"faq-q"}],"examples":{"port":"3000"},"types":{"port":"port"}}]}

        """#)
  }

  @Test func `The tables say where each entry stands`() throws {
    let index = try sample()
    let tables = try IndexTables(json: index.json)
    #expect(tables.rows.map(\.slug) == ["a", "b-c"])
    for (row, entry) in zip(tables.rows, index.entries) {
      var scanner = JSONScanner(Array(index.json[row.bytes]))
      #expect(try IndexedEntry(from: &scanner) == entry)
    }
    #expect(tables.rows.map(\.title) == index.entries.map(\.title))
    #expect(tables.rows.map(\.code) == index.entries.map(\.code))
    #expect(tables.rows.map(\.aliases) == index.entries.map(\.aliases))
    #expect(tables.site == index.site)
    // Printable, but for the texts themselves, which stand behind all numbers.
    #expect(tables.encoded.prefix(tables.layout.texts).allSatisfy { (0x30..<0x70).contains($0) })
  }

  @Test func `Unknown keys are passed over, wherever they stand`() throws {
    let json = #"{"schema":1,"new":[{"a":[1.5e3,true,null,"\ud83d\ude00"]}],"site":{"title":"T","x":{}},"entries":[{"slug":"a","y":-0.1}]}"#
    #expect(try SearchIndex(json: Array(json.utf8)).entries.map(\.slug) == ["a"])
  }

  @Test(arguments: [
    ("", "not an index: an object is missing (byte 0)"),
    ("[]", "not an index: an object is missing (byte 0)"),
    (#"{"site":{}}"#, #"not an index: the first key is not "schema" (byte 8)"#),
    (#"{"schema":"1"}"#, "not an index: a whole number is missing (byte 10)"),
    (#"{"schema":1,"site":{}}"#, #"not an index: the key "entries" is missing (byte 22)"#),
    (#"{"schema":1,"entries":[]}"#, #"not an index: the key "site" is missing (byte 25)"#),
    (#"{"schema":1,"site":{},"entries":[{}]}"#, "not an index: an entry without a slug (byte 33)"),
    (#"{"schema":1,"site":{},"entries":[{"slug":"a","role":"x"}]}"#, "not an index: unknown role 'x' (byte 52)"),
    (
      #"{"schema":1,"site":{},"entries":[{"slug":"a","signatures":[{"match":"{"}]}]}"#,
      "not an index: a signature that cannot be read: an opening brace without a closing one (byte 68)"
    ),
    (#"{"schema":1,"site":{},"entries":[]} x"#, "not an index: text after the end of the JSON (byte 36)"),
    (#"{"schema":1,"site":{"title":"\ud800"},"entries":[]}"#, "not an index: half of a surrogate pair (byte 29)"),
    (#"{"schema":1,"x":01,"site":{},"entries":[]}"#, "not an index: a value is missing (byte 16)"),
    (#"{"schema":2,"entries":"other"}"#, "this index has schema 2, and this program reads schema 1: install a newer decode"),
    (#"{"schema":0}"#, "this index has schema 0, and this program reads schema 1: build the index again with a newer decode-site"),
  ])
  func `Another text than an index says what is wrong`(json: String, message: String) {
    let failure = #expect(throws: IndexFailure.self) { try SearchIndex(json: Array(json.utf8)) }
    #expect(failure?.description == message)
  }

  @Test func `What a terminal would act on is not read from an index, and not written as it is`() throws {
    let json = #"{"schema":1,"site":{"title":"a\u001b[31mb\u202ec\u009bd\ne"},"entries":[]}"#
    #expect(try SearchIndex(json: Array(json.utf8)).site.title == "a[31mbcd\ne")
    #expect(
      String(decoding: JSONValue.string("\u{1B}\u{7F}\u{9B}\u{202E}\u{2029}").bytes, as: UTF8.self) == #""\u001b\u007f\u009b\u202e\u2029""#)
  }

  @Test func `Deep nesting is refused, not followed`() {
    let json = #"{"schema":1,"x":"# + String(repeating: "[", count: 100_000)
    #expect(throws: IndexFailure.self) { try SearchIndex(json: Array(json.utf8)) }
  }
}
