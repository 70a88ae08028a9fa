import Cataloging
import Testing

@testable import Rendering

@Suite struct PagesTests {
  @Test(arguments: [
    ("EADDRINUSE: address", "E"), ("'daemon' failed", "D"), ("npm ERR!", "N"), ("42703: undefined", nil), ("“exec” format", "E"),
    ("Ärger", nil), ("…", nil),
  ])
  func aTitleStandsUnderItsFirstLetter(title: String, letter: String?) {
    #expect(TitleKey(title).letter == letter)
  }

  @Test func titlesAreSortedWithoutRegardToCaseAndQuotes() {
    let titles = ["npm", "EACCES", "'docker'", "42703", "exec", "Docker"]
    #expect(titles.sorted { (TitleKey($0), $0) < (TitleKey($1), $1) } == ["42703", "Docker", "'docker'", "EACCES", "exec", "npm"])
  }

  @Test(arguments: [("", "./", "index.html"), ("errors/", "../", "errors/index.html"), ("areas/go/", "../../", "areas/go/index.html")])
  func aPageKnowsItsFileAndTheWayToTheRoot(path: String, root: String, file: String) {
    #expect(PagePath.root(from: path) == root)
    #expect(PagePath.file(of: path) == file)
  }

  @Test(arguments: [
    ("https://example.com/", "/"), ("https://example.com/a/b/", "/a/b/"), ("http://example.com:8080/a/", "/a/"),
  ])
  func thePageForWrongAddressesLinksByTheSitesPath(url: String, base: String) throws {
    let page = try #require(try Fixture.render(["site.yml": "title: T\ndescription: D.\nurl: \(url)\n"])["404.html"])
    #expect(page.contains("<a href=\"\(base)errors/\">"))
  }

  @Test func aNewEntryIsProposedWhereTheRepositoryIs() throws {
    let address = "href=\"https://example.com/owner/repository/new/main/content/entries?filename=area%2Fslug.md&amp;value=---%0Atitle%3A"
    #expect(try #require(try Fixture.render()["404.html"]).contains(address))
    #expect(try !#require(try Fixture.render(["site.yml": "title: T\ndescription: D.\n"])["404.html"]).contains("Propose"))
  }

  /// An area without entries has no page, whatever an entry says of it.
  @Test func nothingLinksToAPageThatIsNotThere() throws {
    let entry = Fixture.entry.replacing("Two programs want one port.", with: "See [empty](/areas/empty/) and [Go](/areas/go/).")
    let page = try #require(try Fixture.render(["entries/node/eaddrinuse.md": entry])["errors/eaddrinuse/index.html"])
    #expect(page.contains("<p>See empty and <a href=\"../../areas/go/\">Go</a>.</p>"))
  }

  @Test func theHomePageShowsTheNewestAndLeadsToAll() throws {
    var entries: [String: String] = [:]
    for number in 1...8 {
      entries["entries/go/e\(number).md"] = Fixture.sibling(title: "error \(number)").replacing("2026-11-20", with: "2026-12-2\(number)")
    }
    let page = try #require(try Fixture.render(entries)["index.html"])
    let titles = page.split(separator: "<span class=\"entry-title\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
    #expect(titles == (1...8).reversed().map { "error \($0)" })
    #expect(page.contains("<a href=\"./errors/\">All 11 errors from A to Z</a>"))
    #expect(page.contains("<a href=\"./areas/go/\">Go</a> <span class=\"group-count\">10 errors</span>"))
  }

  @Test func theHomePageHasExamplesOfTheLargestAreas() throws {
    let page = try #require(try Fixture.render()["index.html"])
    let examples = page.split(separator: "<button class=\"example\"").dropFirst().map { $0.split(separator: "</button>")[0] }
    #expect(examples.count == 1)
    #expect(examples.first?.hasPrefix(" type=\"button\" data-text=\"node:events:487\nError: listen EADDRINUSE") == true)
    #expect(examples.first?.hasSuffix(">EADDRINUSE: address already in use") == true)
  }

  /// A script fills them anew: it needs the commands as they were written, and what each value must look like.
  @Test func aCommandWithPlaceholdersCarriesItsTemplate() throws {
    let page = try #require(try Fixture.render()["errors/eaddrinuse/index.html"])
    #expect(page.contains("<pre data-template=\"# who listens\nsudo ss -ltnp &#39;sport = :{port}&#39;\" data-shell=\"sh\"><code>"))
    #expect(page.contains("<pre><code>netstat <i>-</i>ano</code></pre>"))
    #expect(page.contains("name=\"port\" value=\"3000\" data-type=\"port\""))
  }

  @Test func aWrongAnswerIsReportedWithTheEntryAndTheContentAlone() throws {
    let page = try #require(try Fixture.render()["errors/eaddrinuse/index.html"])
    let address =
      "https://example.com/owner/repository/issues/new?title=Wrong%20answer%3A%20eaddrinuse&amp;body=Entry%3A%20eaddrinuse%0AContent%20of%3A%202026-11-22"
    #expect(page.contains("<a href=\"\(address)"))
    let plain = try Fixture.render(["site.yml": "title: T\ndescription: D.\n"])
    #expect(try !#require(plain["errors/eaddrinuse/index.html"]).contains("Wrong answer"))
  }
}
