import Testing

@testable import Decoding

struct MarkdownTextTests {
  @Test(arguments: [
    ("1. a_b *c* [d] `e` <f> R&D &amp; x~y | @all", "1\\. a\\_b \\*c\\* \\[d\\] \\`e\\` \\<f> R\\&D \\&amp; x~y | @all"),
    ("# a\n- b\n  + c # d\n9) e", "\\# a\n\\- b\n  \\+ c # d\n9\\) e"),
    (" between two spans ", " between two spans "), ("", ""), ("*", "\\*"), ("é_\u{1F600}*", "é\\_\u{1F600}\\*"),
    ("a\r\n# b\r> c\n12", "a\r\n\\# b\r\\> c\n12"),
  ])
  func textForAPageIsEscapedWhereItMeansSomething(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test(arguments: [
    ("a_b <f> R&D x~y | @all", "a\\_b \\<f\\> R\\&D x\\~y \\| @\u{200B}all"),
    (" is taken by ", " is taken by "),
  ])
  func textForAChatNamesNobodyAndDrawsNoTable(text: String, inert: String) {
    #expect(MarkdownText.inert(text) == inert)
  }

  @Test(arguments: [
    ("plain", "`plain`"), ("a``b", "```a``b```"), ("`a", "`` `a ``"), ("", "(empty)"), ("\u{1B}[31mred\u{1B}[0m", "`red`"),
    (" both ", "`  both  `"), ("[31mé", "`é`"),
  ])
  func aValueIsOneSpanOfCode(text: String, code: String) {
    #expect(MarkdownText.code(text) == code)
  }

  @Test func noLineClosesItsFence() {
    #expect(MarkdownText.fence("a\n````\nb", language: "sh") == "`````sh\na\n````\nb\n`````")
  }

  @Test func nothingEndsAnAddress() {
    #expect(MarkdownText.destination("https://example.com/a b)<é>") == "https://example.com/a%20b%29%3C%C3%A9%3E")
  }
}
