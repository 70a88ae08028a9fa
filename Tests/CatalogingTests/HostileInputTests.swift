import Cataloging
import Testing

struct HostileInputTests {
  @Test(arguments: [
    ("", ["1:1+1 front-matter-missing: the file does not begin with front matter"]),
    ("---", ["1:1+3 front-matter-unclosed: the front matter that begins here is never closed"]),
    ("---\n---\n", ["1:1+3 front-matter-missing: the front matter is empty"]),
    ("---\n\n# a\n---\n", ["1:1+3 front-matter-missing: the front matter is empty"]),
    (" ---\n---\n", ["1:1+4 front-matter-missing: the file does not begin with front matter"]),
    (
      "\0",
      [
        "1:1+1 control-character: the control character U+0000 stands here, the first of the file",
        "1:1+1 front-matter-missing: the file does not begin with front matter",
      ]
    ),
    (
      "---\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n---\n",
      ["2:4+1 yaml-feature: '&a' is a YAML anchor"]
    ),
    ("---\na: b\n--- !x\nc: d\n---\n", ["3:1+3 yaml-feature: a second document begins here"]),
    ("---\n%TAG ! x\n---\n", ["3:1+1 yaml-syntax: this is not YAML: did not find expected <document start>"]),
    ("---\na: |\n\tb\n---\n", ["3:1+1 yaml-syntax: this is not YAML: found a tab character where an indentation space is expected"]),
  ]) func `a file that is no entry is told so once`(text: String, findings: [String]) {
    #expect(
      Content.findings(of: Content.files([Content.path: text])).filter { !$0.contains("missing-") && !$0.contains("unknown-key") }
        == findings)
  }

  @Test(arguments: [("[", "2:1026"), ("- ", "2:33"), ("{a: ", "2:65"), ("? ", "2:33")])
  func `nesting without end is refused before it is built`(piece: String, place: String) {
    let body = Content.entry.dropFirst(4).split(separator: "---\n", maxSplits: 1)[1]
    let text = "---\n" + String(repeating: piece, count: 10_000) + "\n---\n" + body
    #expect(
      Content.findings(of: Content.files([Content.path: text])) == ["\(place)+1 yaml-feature: this is nested more than 16 deep"])
  }

  @Test(
    arguments: [
      ([0x2D, 0x2D, 0x2D, 0x0A, 0xC3, 0xA9, 0x61, 0xFF, 0x62], "2:3+1 not-utf8: the byte 0xFF (at offset 7) is not UTF-8"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xC3], "1:2+1 not-utf8: the byte 0xC3 (at offset 1) is not UTF-8"),
      ([0xFE, 0xFF, 0x00], "1:1+1 not-utf8: the byte 0xFE (at offset 0) is not UTF-8"),
    ] as [([UInt8], String)]) func `the first byte that is not UTF-8 is named`(bytes: [UInt8], finding: String)
  {
    let files = Content.files().filter { $0.path != Content.path } + [SourceFile(path: Content.path, bytes: bytes)]
    #expect(Content.findings(of: files) == [finding])
  }

  @Test func `text without end is read in time that grows with its length`() {
    let long = String(repeating: "x {port} [a][b] ` <b> ", count: 50_000)
    let deep = String(repeating: "> - ", count: 5_000) + "{nope}"
    for text in [long, deep] {
      let files = Content.files([Content.path: Content.entry.replacing("It does.", with: text)])
      #expect(Catalog.build(files: files).catalog == nil)
    }
  }

  @Test func `a damaged entry has findings at places of its file, or is sound`() {
    let junk = [
      "\"", "'", "{", "}", "[", "\n", "\r", "\t", ": ", "- ", "|", "\\", "*", "&", "!", "```", "---\n", "\0", "日", "\u{85}", "{port}", "](",
    ]
    var generator = Xorshift()
    for _ in 0..<300 {
      var bytes = Array(Content.entry.utf8)
      for _ in 0..<3 {
        let index = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + 20))
        default: bytes.insert(contentsOf: (junk.randomElement(using: &generator) ?? "").utf8, at: index)
        }
      }
      let files = Content.files().filter { $0.path != Content.path } + [SourceFile(path: Content.path, bytes: bytes)]
      let (catalog, findings) = Catalog.build(files: files)
      #expect(findings.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 && $0.place.length >= 1 })
      #expect((catalog == nil) == findings.contains { $0.severity == .error })
      #expect(FindingReporter.text(findings, sources: files).isEmpty == findings.isEmpty)
    }
  }

  @Test func `a byte-order mark and CRLF move no place`() {
    let broken = Content.entry.replacing("role: cause", with: "role: couse").replacing("It does.", with: "It {prot}\n<b>.")
      .replacing("'port: {port}'", with: "'it''s {prot}'").replacing("sh linux look\nss", with: "sh linx look\nss")
    let dressed = "\u{FEFF}" + broken.replacing("\n", with: "\r\n")
    let findings = Content.findings(of: Content.files([Content.path: broken]))
    #expect(findings.count == 4)
    #expect(Content.findings(of: Content.files([Content.path: dressed])) == findings)
  }

  @Test func `a byte-order mark and CRLF change nothing in an entry`() {
    let dressed = "\u{FEFF}" + Content.entry.replacing("\n", with: "\r\n")
    // But for its digest, which is of the file's bytes.
    let text = { (files: [SourceFile]) in
      "\(Catalog.build(files: files).catalog, default: "none")".replacing(/digest: Cataloging\.Digest\([^)]*\)/, with: "")
    }
    #expect(text(Content.files([Content.path: dressed])) == text(Content.files()))
    #expect(text(Content.files()) != "none")
  }

  @Test func `the order of the files changes nothing`() {
    let files = Content.files([Content.path: Content.entry.replacing("role: cause", with: "role: couse")])
    let (catalog, findings) = Catalog.build(files: files.reversed())
    #expect(catalog == nil)
    #expect(findings == Catalog.build(files: files).findings)
  }
}

/// Always the same numbers.
private struct Xorshift: RandomNumberGenerator {
  private var state: UInt64 = 88_172_645_463_325_252

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
