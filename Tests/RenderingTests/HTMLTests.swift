import Testing

@testable import Rendering

@Suite struct HTMLTests {
  @Test(arguments: [
    ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"), ("\"'", "&quot;&#39;"), ("&lt;", "&amp;lt;"),
    ("\"\u{301}x", "&quot;\u{301}x"), ("<\u{338}b>", "&lt;\u{338}b&gt;"), ("&\u{200D}", "&amp;\u{200D}"), ("a\tb\nc", "a\tb\nc"),
    ("\"0123456789abcdef'\n0123456789abcde<\u{FFFF}", "&quot;0123456789abcdef&#39;\n0123456789abcde&lt;\u{FFFD}"),
    ("a\u{0}\r\u{1B}\u{7F}\u{85}\u{FFFE}\u{1FFFF}", "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ("é😀", "é😀"),
  ])
  func textIsEscapedByScalar(text: String, html: String) {
    #expect(Array(HTML.escaped(text).unicodeScalars) == Array(html.unicodeScalars))
  }

  /// Sixteen bytes are looked at together, the last ones twice.
  @Test(arguments: [0, 1, 7, 15, 16, 17, 31, 40])
  func signsAreFoundWhereverTheyStand(place: Int) {
    for (sign, markup) in [("<", "&lt;"), ("&", "&amp;"), ("\u{85}", "\u{FFFD}"), ("é", "é"), ("\t", "\t")] {
      let text = { String(repeating: "a", count: place) + $0 + String(repeating: "b", count: 40 - place) }
      #expect(HTML.escaped(text(sign)) == text(markup))
      #expect(HTML.escaped(text(sign) + "'") == text(markup) + "&#39;")
    }
  }

  @Test(arguments: [
    ("a\r\nb\n", "a\nb\n"), ("50%\r100%", "50%␍100%"), ("\u{1B}[31mred\u{1B}[0m\u{7}", "␛[31mred␛[0m␇"), ("a\tb\u{7F}", "a\tb␡"),
    ("x\u{202E}y\u{2066}z\u{200F}", "x[U+202E]y[U+2066]z[U+200F]"), ("é😀", "é😀"),
  ])
  func rawTextIsMadeVisible(text: String, visible: String) {
    #expect(Array(HTML.visible(text).unicodeScalars) == Array(visible.unicodeScalars))
  }

  @Test(arguments: [
    ("https://example.com/a?b#c", "https://example.com/a?b#c"), ("HTTP://example.com", "HTTP://example.com"),
    ("mailto:a@example.com", "mailto:a@example.com"), ("#step-x", "#step-x"), ("page.html", "page.html"), ("a/b:c", "a/b:c"),
    ("?q=a:b", "?q=a:b"), ("/errors/eaddrinuse/#faq-x", "../../errors/eaddrinuse/#faq-x"), ("/", "../../"),
    ("https://example.com/\"a\"<b>{c}|d", "https://example.com/%22a%22%3Cb%3E%7Bc%7D%7Cd"),
    ("javascript:alert(1)", nil), ("JavaScript:alert(1)", nil), ("java\nscript:alert(1)", nil), (" javascript:alert(1)", nil),
    ("\u{1}javascript:alert(1)", nil), ("data:text/html,x", nil), ("vbscript:x", nil), ("//example.com/x", nil), ("\\\\example.com", nil),
    ("/\\example.com", nil), ("//\u{301}example.com", nil), ("", nil), ("file:///etc/passwd", nil), ("x:y", nil),
  ])
  func onlySafeAddressesAreLinked(destination: String, href: String?) {
    #expect(Address.href(for: destination, root: "../../") == href)
  }

  @Test(arguments: [
    ("https://www.example.com/", "example.com"), ("http://example.com/a/", "example.com/a"), ("HTTPS://example.com", "example.com"),
  ])
  func anAddressReadsWithoutItsTrimmings(address: String, text: String) {
    #expect(Address.text(of: address) == text)
  }
}
