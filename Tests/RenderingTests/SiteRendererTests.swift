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
    "errors/index.html": "errors.html", "index.html": "home.html",
  ]

  @Test(arguments: goldens.keys.sorted())
  func aPageIsAsRecorded(path: String) throws {
    try Golden.expect(withoutHashes(try #require(try Fixture.render()[path])), is: try #require(Self.goldens[path]))
  }

  @Test func noGoldenIsUnused() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Golden.folder)
    #expect(files.sorted() == Self.goldens.values.sorted())
  }

  @Test func aSiteHasItsPagesAndAssetsAndNoDrafts() throws {
    #expect(
      try Fixture.render().keys.map(withoutHashes).sorted() == [
        "404.html", "accuracy/index.html", "areas/go/index.html", "areas/node/index.html", "assets/box.HASH.mjs",
        "assets/decoder.HASH.mjs", "assets/head.HASH.js", "assets/icon.HASH.svg", "assets/page.HASH.js", "assets/site.HASH.css",
        "assets/worker.HASH.mjs", "conditions/address-in-use/index.html", "errors/bind-in-use/index.html",
        "errors/eaddrinuse-node/index.html", "errors/eaddrinuse/index.html", "errors/index.html", "errors/other/index.html", "index.html",
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

  @Test func withoutAnAddressNoPageNamesOne() throws {
    let pages = try Fixture.render(["site.yml": "title: Test\ndescription: Errors.\n"])
    for (path, page) in pages where path.hasSuffix(".html") {
      #expect(!page.contains("canonical") && !page.contains("og:") && !page.contains("ld+json"))
    }
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
    text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.utf8.count == 16 && part.allSatisfy(\.isHexDigit) ? "HASH" : String(part)
    }.joined(separator: ".")
  }
}
