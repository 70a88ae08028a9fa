import Testing

@testable import Rendering

@Suite struct AnatomyTests {
  typealias Part = Anatomy.Part

  @Test func aLineIsCutIntoItsParts() {
    let anatomy = Anatomy(
      line: "  Error: listen EADDRINUSE on :::3000 now", match: 9..<37, captures: [("host", 30..<32), ("port", 33..<37)], code: "EADDRINUSE"
    )
    #expect(
      anatomy.parts == [
        .around("Error: "), .fixed("listen "), .code("EADDRINUSE"), .fixed(" on "), .capture(name: "host", text: "::"), .fixed(":"),
        .capture(name: "port", text: "3000"), .around(" now"),
      ])
    #expect(anatomy.text == "Error: listen EADDRINUSE on :::3000 now")
    #expect(anatomy.matchedText == "listen EADDRINUSE on :::3000")
  }

  @Test(arguments: [
    ("E1 xE1 E1x E1", 11..<13, [Part.around("E1 xE1 E1x "), .code("E1")]),
    ("xE1 E1x", 0..<7, [.fixed("xE1 E1x")]),
    ("E1: failed", 4..<10, [.code("E1"), .around(": "), .fixed("failed")]),
  ])
  func theCodeIsAWordOfItsOwn(line: String, match: Range<Int>, parts: [Part]) {
    #expect(Anatomy(line: line, match: match, captures: [], code: "E1").parts == parts)
  }

  @Test func aCaptureIsNotCutByTheCodeOrByAnotherCapture() {
    let anatomy = Anatomy(line: "lost E1 x", match: 0..<9, captures: [("word", 5..<9), ("port", 6..<7)], code: "E1")
    #expect(anatomy.parts == [.fixed("lost "), .capture(name: "word", text: "E1 x")])
  }

  @Test(arguments: [
    ("at [E1] x failed, then", 4..<16, "[E1] x failed,"), ("at E1 x", 3..<5, "E1"), ("E1", 0..<2, "E1"), ("no match", 0..<0, "no match"),
  ])
  func whatALogPutsAroundIsLeftOutInWholeWords(line: String, match: Range<Int>, text: String) {
    #expect(Anatomy(line: line, match: match, captures: [], code: nil).matchedText == text)
  }

  @Test func rangesAreThoseOfScalars() {
    let line = "e\u{301}😀 x\u{308}1"
    let anatomy = Anatomy(line: line, match: 0..<7, captures: [("n", 6..<7)], code: nil)
    #expect(anatomy.parts == [.fixed("e\u{301}😀 x\u{308}"), .capture(name: "n", text: "1")])
  }

  @Test func ofAVeryLongLineThePartAboutTheMatchIsShown() {
    let line = String(repeating: "a", count: 500) + "MATCH" + String(repeating: "b", count: 500)
    let anatomy = Anatomy(line: line, match: 500..<505, captures: [], code: nil)
    let (before, after) = (String(repeating: "a", count: 60), String(repeating: "b", count: 175))
    #expect(anatomy.parts == [.around("…"), .around(before), .fixed("MATCH"), .around(after), .around("…")])
  }

  @Test(arguments: ["", "   "])
  func anEmptyLineHasNoParts(line: String) {
    #expect(Anatomy(line: line, match: 0..<0, captures: [], code: "E1").parts == [])
  }

  @Test func partsAreMarkedAndNamed() {
    let fill = Fill([])
    let anatomy = Anatomy(line: "<E1> at \u{1B}x", match: 0..<9, captures: [("word", 8..<10)], code: "E1")
    #expect(
      anatomy.html(fill).text
        == "&lt;<ruby><span class=\"token\">E1</span><rt>code</rt></ruby>&gt; at <ruby><span class=\"\">␛x</span><rt>word</rt></ruby>")
  }
}
