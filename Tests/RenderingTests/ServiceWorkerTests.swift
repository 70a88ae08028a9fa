import Cataloging
import Foundation
import Testing

@testable import Rendering

@Suite struct ServiceWorkerTests {
  private static let paths = [
    "404.html", "areas/go/index.html", "assets/share.0123456789abcdef.png", "assets/site.0123456789abcdef.css", "errors/index.html",
    "errors/other/entry.json", "index.html", "index.json", "index/0123456789abcdef/keys.json", "offline.html", "robots.txt", "search.json",
    "search/0123456789abcdef/words-0.json",
  ]

  /// What the script begins with, for files of which some have other contents.
  private func site(_ contents: [String: String] = [:]) throws -> String {
    let files = Self.paths.map { path in PlannedFile(path: path) { Array((contents[path] ?? path).utf8) } }
    let bytes = ServiceWorker(script: Array("run();\n".utf8), files: files).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2 && lines[1] == "run();")
    return String(lines[0])
  }

  private func version(_ contents: [String: String]) throws -> Substring {
    try site(contents).prefix("const site = {\"version\":\"0123456789abcdef\"".count)
  }

  @Test func itKeepsTheShellAndWhatScriptsRead() throws {
    let line = try site()
    #expect(line.prefixMatch(of: /const site = {"version":"[0-9a-f]{16}"/) != nil)
    #expect(
      line.hasSuffix(
        """
        ,"kept":["assets/site.0123456789abcdef.css","errors/other/entry.json","","index/0123456789abcdef/keys.json","offline.html",\
        "search.json","search/0123456789abcdef/words-0.json"],\
        "own":["404.html","areas","assets","errors","index","index.html","index.json","offline.html","robots.txt","search","search.json"],\
        "offline":"offline.html"};
        """))
  }

  @Test func itsVersionChangesWithWhatItKeepsAlone() throws {
    let version = try version([:])
    for path in Self.paths {
      let others = [
        "404.html", "areas/go/index.html", "assets/share.0123456789abcdef.png", "errors/index.html", "index.json", "robots.txt",
      ]
      let isKept = !others.contains(path)
      #expect(try (self.version([path: "changed"]) != version) == isKept, "\(path)")
    }
  }

  @Test func largeTablesAreKeptAsTheyAreUsed() throws {
    let large = String(repeating: "x", count: 2_000_000)
    let keys = "index/0123456789abcdef/keys.json"
    #expect(try !site([keys: large]).contains(keys))
    #expect(try site([keys: String(repeating: "x", count: 1_999_000)]).contains(keys))
    #expect(try !site(["search/0123456789abcdef/words-0.json": large]).contains("search/"))
  }

  /// What it would keep beside these would be fetched by every reader at the first visit.
  @Test func aWholeSiteKeepsNoPagesButTwo() throws {
    let files = try Fixture.render().map { path, text in PlannedFile(path: path) { Array(text.utf8) } }
    let script = try Templates(Fixture.templates()).assets.serviceWorker
    let text = String(decoding: ServiceWorker(script: script, files: files).bytes, as: UTF8.self)
    let kept = try #require(text.firstMatch(of: /"kept":\[(.*?)\]/)).1.split(separator: ",").map { $0.dropFirst().dropLast() }
    let pages = kept.filter { path in !["assets/", "search", "index/"].contains { path.hasPrefix($0) } && !path.hasSuffix("/entry.json") }
    #expect(pages == ["", "offline.html"])
    #expect(text.contains("addEventListener(\"fetch\"") && !text.contains("//"))
  }
}
