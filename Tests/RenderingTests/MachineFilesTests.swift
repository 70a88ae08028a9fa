import Cataloging
import CommonMark
import Decoding
import Testing

@testable import Rendering

/// What programs read of a site; how it looks as a whole is in the goldens.
@Suite struct MachineFilesTests {
  @Test func manyPagesAreSeveralSitemaps() {
    let pages = (1...5).map { Sitemap.Page(path: "errors/e\($0)/", updated: $0 == 2 ? "2026-11-22" : nil) }
    let files = Sitemap(pages: pages, address: "https://example.com/", limit: 2).files
    #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(
      texts[0] == """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://example.com/sitemap-1.xml</loc></sitemap>
        <sitemap><loc>https://example.com/sitemap-2.xml</loc></sitemap>
        <sitemap><loc>https://example.com/sitemap-3.xml</loc></sitemap>
        </sitemapindex>

        """)
    #expect(texts[1].contains("<url><loc>https://example.com/errors/e2/</loc><lastmod>2026-11-22</lastmod></url>"))
    let listed = texts.dropFirst().flatMap { $0.split(separator: "\n").filter { $0.hasPrefix("<url>") } }
    #expect(listed.count == 5 && Sitemap(pages: pages, address: "", limit: 5).files.count == 1)
  }

  @Test(arguments: [
    ("One *two* **three** `four`  \nfive\nsix", "One *two* **three** `four`\\\nfive\nsix"),
    ("On {port}, `:{port}` and {other}", "On 3000, `:3000` and {other}"),
    ("[a](/errors/bind/#faq-x) [b](https://example.com/?a&b)", "[a](../../errors/bind/#faq-x) [b](https://example.com/?a&b)"),
    ("[c](javascript:alert(1)) & R&D &amp;lt;", "c & R\\&D \\&lt;"),
    ("a \\*b\\* \\[c\\]\\(d\\) <i>e</i> snake_case", "a \\*b\\* \\[c\\](d) \\<i>e\\</i> snake\\_case"),
    ("\\# no heading\n\\- no list\n1\\. none", "\\# no heading\n\\- no list\n1\\. none"),
    ("- a\n- b\n\n  c", "- a\n\n- b\n\n  c"),
    ("3. a\n4. b\n   - c", "3. a\n4. b\n   - c"),
    ("> q\n\n---", "> q\n\n---"),
    ("```yaml x\na: \"{port}\"\n```", "```yaml\na: \"{port}\"\n```"),
    ("````text\n```\n````", "````text\n```\n````"),
    ("![alt](x.png)", "alt"),
  ])
  func markdownBecomesMarkdown(markdown: String, text: String) {
    let fill = Fill([IndexedCapture(name: "port", type: .port, example: "3000")])
    var written: [UInt8] = []
    MarkdownWriter(fill: fill, base: "../../").append(MarkdownParser.blocks(of: markdown), to: &written)
    #expect(String(decoding: written, as: UTF8.self) == text)
  }
}
