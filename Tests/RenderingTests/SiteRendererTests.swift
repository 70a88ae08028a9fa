import Cataloging
import Decoding
import Foundation
import Rendering
import Testing

@Suite struct SiteRendererTests {
  static let goldens = [
    "404.html": "not-found.html", "accuracy/index.html": "accuracy.html", "areas/go/index.html": "area.html",
    "conditions/address-in-use/index.html": "condition.html",
    "errors/eaddrinuse-node/index.html": "redirect.html", "errors/eaddrinuse/index.html": "entry.html",
    "errors/index.html": "errors.html", "index.html": "home.html", "offline.html": "offline.html",
    "_headers": "_headers", "_redirects": "_redirects", "areas/go/index.md": "area.md", "errors/eaddrinuse/index.md": "entry.md",
    "feed.xml": "feed.xml", "llms.txt": "llms.txt", "manifest.webmanifest": "manifest.webmanifest", "opensearch.xml": "opensearch.xml",
    "robots.txt": "robots.txt", "sitemap.xml": "sitemap.xml",
  ]

  @Test(arguments: goldens.keys.sorted())
  func aPageIsAsRecorded(path: String) throws {
    try Golden.expect(withoutHashes(try #require(try Fixture.render()[path])), is: try #require(Self.goldens[path]))
  }

  @Test func noGoldenIsUnused() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Golden.folder)
    #expect(files.sorted() == (Self.goldens.values + ["page-index.json"]).sorted())
  }

  @Test func aSiteHasItsPagesAndAssetsAndNoDrafts() throws {
    #expect(
      try Fixture.render().keys.map(withoutHashes).sorted() == [
        ".nojekyll", "404.html", "_headers", "_redirects", "accuracy/index.html", "areas/go/index.html", "areas/go/index.md",
        "areas/node/index.html", "areas/node/index.md", "assets/answer.HASH.mjs", "assets/box.HASH.mjs", "assets/decoder.HASH.mjs",
        "assets/finder.HASH.mjs", "assets/head.HASH.js", "assets/icon.HASH.svg", "assets/nearest.HASH.mjs", "assets/normalizer.HASH.mjs",
        "assets/page-index.HASH.mjs", "assets/page.HASH.js", "assets/scalars.HASH.mjs", "assets/search.HASH.mjs", "assets/share.HASH.png",
        "assets/site.HASH.css", "assets/worker.HASH.mjs",
        "conditions/address-in-use/index.html", "errors/bind-in-use/entry.json", "errors/bind-in-use/index.html",
        "errors/bind-in-use/index.md", "errors/eaddrinuse-node/index.html", "errors/eaddrinuse/entry.json",
        "errors/eaddrinuse/index.html", "errors/eaddrinuse/index.md", "errors/index.html", "errors/other/entry.json",
        "errors/other/index.html", "errors/other/index.md", "feed.xml", "index.html", "index/HASH/buckets/0.json",
        "index/HASH/buckets/1.json", "index/HASH/keys.json", "index/HASH/names.json", "index/HASH/words.json", "llms.txt",
        "manifest.webmanifest", "offline.html", "opensearch.xml", "robots.txt", "search.json", "search/HASH/entries-0.json",
        "search/HASH/names.json", "search/HASH/words-0.json", "sitemap.xml",
      ])
  }

  @Test func theSameInputInAnyOrderGivesTheSameBytes() throws {
    #expect(try Fixture.render() == Fixture.render(shuffled: true))
  }

  @Test func styleSettingsStandInTheStylesheetAndChangeItsName() throws {
    let plain = Fixture.site.replacing("style: { accent: \"#0a5\" }\n", with: "")
    let styled = try Fixture.render()
    let path = try #require(styled.keys.first { $0.hasSuffix(".css") })
    #expect(try #require(styled[path]).hasSuffix("\n:root {\n  --accent: #0a5;\n}\n"))
    #expect(try Fixture.render(["site.yml": plain])[path] == nil)
    #expect(try #require(styled["index.html"]).contains("href=\"./\(path)\""))
    #expect(!(try #require(styled[path]).contains("/*")))
    #expect(try #require(styled["errors/other/index.html"]).contains("href=\"../../\(path)\""))
  }

  @Test func aModuleImportsOthersFromWhereTheyArePlaced() throws {
    let files = try Fixture.render()
    let names = Set(files.keys.compactMap { $0.hasPrefix("assets/") ? String($0.dropFirst("assets/".count)) : nil })
    for (path, text) in files where path.hasSuffix(".mjs") {
      let imported = text.split(separator: "\"./").dropFirst().map { String($0.prefix { $0 != "\"" }) }.filter { $0.hasSuffix(".mjs") }
      #expect(imported.isEmpty == ["assets/box", "assets/finder", "assets/scalars", "assets/search"].contains { path.hasPrefix($0) })
      for name in imported { #expect(names.contains(name)) }
    }
  }

  @Test func withoutAnAddressNoPageNamesOne() throws {
    let pages = try Fixture.render(["site.yml": "title: Test\ndescription: Errors.\n"])
    for (path, page) in pages where path.hasSuffix(".html") {
      #expect(!page.contains("canonical") && !page.contains("og:") && !page.contains("ld+json"))
    }
    for path in ["sitemap.xml", "feed.xml", "opensearch.xml"] { #expect(pages[path] == nil) }
    #expect(pages["robots.txt"] == "User-agent: *\nAllow: /\n")
    #expect(try #require(pages["_redirects"]) == "/errors/eaddrinuse-node/ /errors/eaddrinuse/ 301\n")
    #expect(try #require(pages["areas/go/index.md"]).contains("(../../errors/bind-in-use/index.md)"))
    #expect(try #require(pages["errors/eaddrinuse/index.md"]).contains("(../../errors/bind-in-use/#faq-why)"))
  }

  @Test func theAddressComesFromTheIndex() throws {
    let catalog = try #require(Catalog.build(files: Fixture.content()).catalog)
    var index = IndexBuilder.index(of: catalog)
    index.site.url = "https://example.org/base/"
    let files = SiteRenderer(templates: try Templates(try Fixture.templates())).render(catalog, index: index, accuracy: Fixture.accuracy)
    let page = try #require(files.first { $0.path == "errors/eaddrinuse/index.html" })
    let link = "<link rel=\"canonical\" href=\"https://example.org/base/errors/eaddrinuse/\">"
    #expect(String(decoding: page.bytes, as: UTF8.self).contains(link))
  }

  @Test func noPageHasAnInlineScriptOrStyle() throws {
    for (path, page) in try Fixture.render() where path.hasSuffix(".html") {
      let scripts = page.split(separator: "<script").dropFirst()
      #expect(scripts.allSatisfy { $0.hasPrefix(" type=\"application/ld+json\">") || $0.hasPrefix(" src=\"") && $0.contains("></script>") })
      #expect(!page.contains("style=") && !page.contains("<style"))
    }
  }

  /// The text with the names of assets as they are before their hashes, which change with every byte of the stylesheet.
  private func withoutHashes(_ text: String) -> String {
    text.replacing(/([.\/])[0-9a-f]{16}([.\/])/) { "\($0.1)HASH\($0.2)" }
  }
}
