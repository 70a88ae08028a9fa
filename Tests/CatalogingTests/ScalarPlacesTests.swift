import Cataloging
import Testing

struct ScalarPlacesTests {
  /// Each value reads as `it's a "b" {q}` or a part of it; `{q}` is no hole, and its place is asked for. The key stands in line 5.
  @Test(arguments: [
    (#"it's a {q}"#, "5:19+3"),
    (#"'it''s a {q}'"#, "5:21+3"),
    (#""it's a \"b\" {q}""#, "5:26+3"),
    (#""\u0069t's \x61 {q}""#, "5:28+3"),
    (#""\U00000069t {q} é""#, "5:25+3"),
    ("it's a\n      {q}", "6:7+3"),
    ("\"it's \\\n      \\ a {q}\"", "6:11+3"),
    ("|-\n      it's a {q}", "6:14+3"),
    (">-\n      it's a\n      b {q}", "7:9+3"),
    (">2-\n        it's {q}", "6:14+3"),
    ("'日本 {q}'", "5:16+3"),
    ("\"{q}\"  # {q}", "5:13+3"),
  ]) func `a signature's mistake is placed inside the YAML value`(value: String, place: String) {
    let text = Content.other.replacing("bind address already in use\nsamples", with: "\(value)\nsamples")
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let findings = Content.findings(in: "entries/go/bind.md", of: Content.files(["entries/go/bind.md": text]))
      #expect(findings.filter { $0.contains("bad-signature") } == ["\(place) bad-signature: {q} has no type"])
    }
  }
}
