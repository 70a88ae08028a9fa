import Foundation
import Testing

/// `decode-site serve`, with real sockets and a real disk.
@Suite struct ServeTests {
  let disk = try! TemporaryFolder()

  init() throws { try SmallSite.put(in: disk) }

  @Test func whatIsServedIsWhatBuildWrites() async throws {
    let server = try await PreviewProcess(in: disk)
    let built = try await Program.built("decode-site").run(["build"], in: disk.path)
    #expect(built.status == 0)
    #expect(try server.body("/base/sw.js").contains("unregister()"))
    for (path, bytes) in try disk.files(at: "site") where ![".decode-site-manifest", "sw.js"].contains(path) {
      let body = try server.body("/base/\(path)")
      #expect(
        body.replacing(/<script src="\/\.decode-site\/[^>]*><\/script>/, with: "") == String(decoding: bytes, as: UTF8.self), "\(path)")
    }
    #expect(try server.get("/").contains("\r\nLocation: /base/\r\n"))
    #expect(try server.get("/base/errors/one").contains("\r\nLocation: /base/errors/one/\r\n"))
    #expect(try server.get("/base/errors/nobody/").hasPrefix("HTTP/1.1 404 "))
    #expect(try server.get("/base/../../../../etc/passwd").hasPrefix("HTTP/1.1 404 "))
    #expect(try server.get("/base/", host: "example.com").hasPrefix("HTTP/1.1 403 "))
    #expect(try server.get("/base/", method: "POST").hasPrefix("HTTP/1.1 405 "))
    let head = try server.get("/base/", method: "HEAD")
    #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n") && !head.contains("Content-Length: 0"))
    #expect(try await server.stop() == 0)
    #expect(try disk.text(at: "serve.out") == "")
  }

  @Test func aSaveLoadsThePagesAgainThatItChanges() async throws {
    let server = try await PreviewProcess(in: disk)
    let (one, three) = (try server.viewer(of: "/base/errors/one/"), try server.viewer(of: "/base/errors/three/"))
    try disk.edit("content/entries/go/one.md", replacing: "So.", with: "So it is.")
    try one.listen(for: "event: reload")
    #expect(try server.body("/base/errors/one/").contains("So it is."))
    try disk.edit("content/site.yml", replacing: "title: Small", with: "title: Large")
    try three.listen(for: "event: reload")
    #expect(three.text.split(separator: "event: reload").count == 2)
    #expect(try await server.stop() == 0)
  }

  @Test func whileTheContentHasErrorsTheLastGoodSiteStays() async throws {
    let server = try await PreviewProcess(in: disk)
    let viewer = try server.viewer(of: "/base/errors/one/")
    let good = try disk.text(at: "content/entries/go/one.md")
    try disk.put(good.utf8.prefix(60), at: "content/entries/go/one.md")
    try viewer.listen(for: #""place":"content/entries/go/one.md:"#)
    #expect(try server.body("/base/errors/one/").contains("So."))
    #expect(try server.body("/.decode-site/source/entries/go/one.md").contains("class=\"marked\""))
    try disk.put(good.replacing("So.", with: "Mended.").utf8, at: "content/entries/go/one.md")
    try viewer.listen(for: "event: reload")
    #expect(try server.body("/base/errors/one/").contains("Mended."))
    #expect(try disk.text(at: "serve.err").contains("content/entries/go/one.md:1:1: error: "))
    #expect(try await server.stop() == 0)
  }

  @Test func aSampleThatNoLongerDecodesIsToldOfWhileThePageIsShown() async throws {
    let server = try await PreviewProcess(in: disk)
    let viewer = try server.viewer(of: "/base/errors/one/")
    try disk.edit("content/entries/go/one.md", replacing: "\"an error one has come\"", with: "\"an error of one\"")
    try viewer.listen(for: "\"rule\":\"sample-not-decoded\"")
    try viewer.listen(for: "event: reload")
    #expect(try await server.stop() == 0)
  }

  @Test func filesThatGoOrMoveAreSurvived() async throws {
    let server = try await PreviewProcess(in: disk)
    let viewer = try server.viewer(of: "/base/errors/two/")
    try disk.move("content/entries/node/two.md", to: "content/entries/go/two.md")
    try viewer.listen(for: "event: reload")
    try disk.move("content", to: "elsewhere")
    try viewer.listen(for: "there is no such folder")
    try disk.move("elsewhere", to: "content")
    let next = try server.viewer(of: "/base/errors/two/")
    try disk.remove("content/entries/go/two.md")
    try next.listen(for: "event: reload")
    #expect(try server.get("/base/errors/two/").hasPrefix("HTTP/1.1 404 "))
    #expect(try await server.stop() == 0)
  }

  @Test func aTemplateOfOnesOwnIsWatchedToo() async throws {
    try disk.put("<footer>before</footer>\n".utf8, at: "own/partials/footer.mustache")
    let server = try await PreviewProcess(in: disk, ["--templates", "own"])
    let viewer = try server.viewer(of: "/base/")
    try disk.put("<footer>{{nonsense}}</footer>\n".utf8, at: "own/partials/footer.mustache")
    try viewer.listen(for: "unknown-name")
    try disk.put("<footer>after</footer>\n".utf8, at: "own/partials/footer.mustache")
    try viewer.listen(for: "event: reload")
    #expect(try server.body("/base/").contains("<footer>after</footer>"))
    #expect(try await server.stop() == 0)
  }

  @Test func aPortThatIsTakenIsExplainedAndAnotherOneNamed() async throws {
    let server = try await PreviewProcess(in: disk)
    let entry = SmallSite.entry("taken").replacing("error taken has come", with: "listen EADDRINUSE: address already in use")
    try disk.put(entry.utf8, at: "content/entries/go/taken.md")
    let run = try await Program.built("decode-site").run(["serve", "--port", String(server.port)], in: disk.path)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix("error: listen EADDRINUSE: address already in use 127.0.0.1:\(server.port)\n"))
    #expect(run.errors.contains("; see taken.") && run.errors.contains(" is free: decode-site serve --port "))
    #expect(try await server.stop() == 0)
  }
}
