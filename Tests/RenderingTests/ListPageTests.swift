import Testing

@testable import Rendering

/// Lists that are too long for one page.
@Suite struct ListPageTests {
  @Test(arguments: [(0, [0]), (1, [1]), (3, [3]), (4, [3, 1]), (7, [3, 3, 1])])
  func aListHasAsManyPagesAsItNeeds(length: Int, lengths: [Int]) {
    let pages = Array(0..<length).pages(at: "areas/go/", length: 3)
    #expect(pages.map(\.elements.count) == lengths)
    #expect(pages.flatMap(\.elements) == Array(0..<length))
  }

  @Test func aPageKnowsItsNeighbours() {
    let pages = Array(0..<7).pages(at: "areas/go/", length: 3)
    #expect(pages.map(\.path) == ["areas/go/", "areas/go/2/", "areas/go/3/"])
    #expect(pages.map(\.previous) == [nil, "areas/go/", "areas/go/2/"])
    #expect(pages.map(\.next) == ["areas/go/2/", "areas/go/3/", nil])
    #expect(pages.map { $0.numbered("Go") } == ["Go, page 1 of 3", "Go, page 2 of 3", "Go, page 3 of 3"])
    #expect([1].pages(at: "", length: 1)[0].numbered("Go") == "Go")
  }

  @Test(arguments: [
    (1, 1, ["[1]"]), (1, 3, ["[1]", "2", "3"]), (1, 90, ["[1]", "2", "3", "…", "90"]),
    (5, 9, ["1", "…", "3", "4", "[5]", "6", "7", "…", "9"]),
  ])
  func theWayThroughAListStaysShort(number: Int, count: Int, names: [String]) {
    let pager = PagerView(Array(0..<count).pages(at: "areas/go/", length: 1)[number - 1])
    #expect(pager.pages.map { $0.isCurrent ? "[\($0.name)]" : $0.name } == names)
    #expect(pager.pages.map { $0.address == nil } == names.map { $0 == "…" || $0.hasPrefix("[") })
  }

  @Test func aLargeAreaHasPagesThatNameEachOther() throws {
    let site = try Fixture.large.get()
    let page = try #require(site["areas/go/2/index.html"])
    #expect(page.contains("<title>Go, page 2 of 3 · Deploy Error Decoder</title>"))
    #expect(page.contains("<link rel=\"prev\" href=\"../../../areas/go/\">\n<link rel=\"next\" href=\"../../../areas/go/3/\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.com/errors-site/areas/go/2/\">"))
    #expect(page.contains("258 errors, page 2 of 3") && page.contains("<span aria-current=\"page\">2</span>"))
    #expect(site["areas/go/3/index.html"] != nil && site["areas/go/4/index.html"] == nil)
    #expect(try #require(site["areas/go/index.md"]).hasSuffix("\n\n[Next page](https://example.com/errors-site/areas/go/2/index.md)\n"))
    #expect(try #require(site["sitemap.xml"]).contains("<loc>https://example.com/errors-site/areas/go/2/</loc>"))
    #expect(site["conditions/address-in-use/6/index.html"] != nil)
  }

  @Test func manyErrorsStandUnderTheirLetters() throws {
    let site = try Fixture.large.get()
    let overview = try #require(site["errors/index.html"])
    #expect(overview.contains("<li><a href=\"../letters/o/\">O</a> <span class=\"group-count\">129</span></li>"))
    #expect(!overview.contains("class=\"letter\""))
    let letter = try #require(site["letters/o/index.html"])
    #expect(letter.contains("<h1>Errors from A to Z: O</h1>") && letter.contains("aria-current=\"page\">O</a>"))
    #expect(letter.split(separator: "class=\"index-area\"").count == 130)
    #expect(try Fixture.render()["letters/o/index.html"] == nil)
  }

  @Test func aPageShowsSomeSiblingsAndTheConditionAll() throws {
    let page = try #require(try Fixture.large.get()["errors/eaddrinuse/index.html"])
    let siblings = page.split(separator: "<ul class=\"links\">")[1].split(separator: "</ul>")[0]
    // One of each area: there is one other.
    #expect(siblings.split(separator: "<li>").count == 2)
    #expect(page.contains("<a href=\"../../conditions/address-in-use/\">The same state</a> also shows as:"))
  }
}
