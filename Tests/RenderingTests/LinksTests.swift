import Cataloging
import Rendering
import Testing

/// Walks every page of whole sites as a browser would.
@Suite struct LinksTests {
  enum Site: CaseIterable, CustomStringConvertible {
    case fixture, withoutAddress, ownContent, empty, large

    var description: String {
      switch self {
      case .fixture: "the fixture"
      case .withoutAddress: "a site without an address"
      case .ownContent: "the project's own content"
      case .empty: "a site without entries"
      case .large: "a site whose lists have several pages"
      }
    }

    func pages() throws -> [String: String] {
      let bare = "title: Test\ndescription: Errors.\n"
      switch self {
      case .fixture: return try Fixture.render()
      case .withoutAddress: return try Fixture.render(["site.yml": bare])
      case .ownContent: return try Fixture.render(Fixture.ownContent(), templates: Templates(Fixture.templates()))
      case .empty:
        let content = Fixture.content(["site.yml": bare]).filter { !$0.path.hasPrefix("entries/") }
        return try Fixture.render(content, templates: Templates(Fixture.templates()))
      case .large: return try Fixture.large.get()
      }
    }
  }

  @Test(arguments: Site.allCases)
  func everyAddressInAPageLeadsToAFileOfTheSite(site: Site) throws {
    let pages = try site.pages()
    let base = base(of: pages)
    for (path, page) in pages where path.hasSuffix(".html") {
      for address in values(of: "href", in: page) + values(of: "src", in: page) where !address.hasPrefix("http") {
        let halves = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = halves[0].isEmpty ? path : resolved(halves[0], from: path, base: base)
        let text = try #require(target.flatMap { pages[$0] }, "\(path) links to \(address)")
        if halves.count == 2 { #expect(values(of: "id", in: text).contains(halves[1]), "\(path) links to \(address)") }
      }
    }
  }

  @Test(arguments: Site.allCases)
  func everyPageSaysWhatItIsAndNamesNothingTwice(site: Site) throws {
    for (path, page) in try site.pages() where path.hasSuffix(".html") {
      let ids = values(of: "id", in: page)
      #expect(Set(ids).count == ids.count, "\(path) has an id twice: \(ids.sorted())")
      #expect(page.split(separator: "<h1>").count == 2, "\(path)")
      #expect(page.contains("<html lang=\"en\">"), "\(path)")
      for start in ["<title>", "<meta name=\"description\" content=\"", "<h1>"] {
        let text = page.split(separator: start, maxSplits: 1).last?.first
        #expect(text.map { $0 != "<" && $0 != "\"" } == true, "\(path) lacks a text after \(start)")
      }
    }
  }

  /// The path of the site's address, by what its home page says of itself.
  private func base(of pages: [String: String]) -> String {
    let address = pages["index.html"].flatMap { $0.split(separator: "<link rel=\"canonical\" href=\"").dropFirst().first }
    let path = address.map { $0.prefix { $0 != "\"" }.split(separator: "/").dropFirst(2).joined(separator: "/") } ?? ""
    return path.isEmpty ? "/" : "/\(path)/"
  }

  /// The file that an address leads to; nil when it leads out of the site.
  private func resolved(_ address: String, from path: String, base: String) -> String? {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    var rest = address[...]
    if address.hasPrefix("/") {
      guard address.hasPrefix(base) else { return nil }
      rest = address.dropFirst(base.count)
      parts = []
    }
    for part in rest.split(separator: "/") where part != "." {
      if part != ".." { parts.append(String(part)) } else if parts.popLast() == nil { return nil }
    }
    return (parts + (rest.isEmpty || rest.hasSuffix("/") ? ["index.html"] : [])).joined(separator: "/")
  }

  private func values(of attribute: String, in page: String) -> [String] {
    page.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
