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

  @Test func theHomePageShowsTheNewestOfALargeAreaAndLeadsToAll() throws {
    var entries: [String: String] = [:]
    for number in 1...6 {
      entries["entries/go/e\(number).md"] = Fixture.sibling(title: "error \(number)").replacing("2026-11-20", with: "2026-11-2\(number)")
    }
    let page = try #require(try Fixture.render(entries)["index.html"])
    let titles = page.split(separator: "<span class=\"entry-title\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
    #expect(titles.prefix(5) == ["error 6", "error 5", "error 4", "error 3", "error 2"])
    #expect(page.contains("<a href=\"./areas/go/\">All 8 errors<span class=\"unseen\"> in Go</span></a>"))
  }
}
