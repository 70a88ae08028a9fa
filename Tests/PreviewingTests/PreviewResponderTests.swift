import Cataloging
import Synchronization
import Testing

@testable import Previewing

@Suite struct PreviewResponderTests {
  let preview = Preview()
  var responder: PreviewResponder { PreviewResponder(preview: preview) }

  static func site(_ files: [String: String], address: String? = "https://example.com/base/") -> PreviewSite {
    PreviewSite(address: address) { path in files[path].map { text in PlannedFile(path: path) { Array(text.utf8) } } }
  }

  init() {
    preview.show(
      Self.site([
        "index.html": "<body>home</body>", "404.html": "<body>none</body>", "errors/one/index.html": "<body>one</body>",
        "assets/page.0.mjs": "code", "sw.js": "worker",
      ]))
  }

  /// The answer as a line; of a page what stands before our script.
  func answer(_ path: String, method: String = "GET", host: String? = "localhost:8000") -> String {
    switch responder.answer(method: method, path: path, host: host) {
    case .redirect(let target): "-> \(target)"
    case .events: "events"
    case .bytes(let status, let type, let bytes):
      "\(status) \(type.prefix { $0 != ";" }) \(String(decoding: bytes, as: UTF8.self).split(separator: "<script")[0])"
    }
  }

  @Test(arguments: [
    ("/base/", "200 text/html <body>home"), ("/base/index.html", "200 text/html <body>home"), ("/", "-> /base/"), ("/base", "-> /base/"),
    ("/base/errors/one/", "200 text/html <body>one"), ("/base/errors/one", "-> /base/errors/one/"),
    ("/base/%65rrors/one/", "200 text/html <body>one"), ("/base/errors/", "404 text/html <body>none"),
    ("/base/assets/page.0.mjs", "200 text/javascript code"), ("/other/", "404 text/html <body>none"),
    ("/base/../../etc/passwd", "404 text/html <body>none"), ("/base/%2e%2e/%2e%2e/etc/passwd", "404 text/html <body>none"),
    ("/base//etc/passwd", "404 text/html <body>none"), ("/base/%zz", "404 text/html <body>none"),
    ("/base/%ff/", "404 text/html <body>none"),
    ("/.decode-site/source/../../etc/passwd", "404 text/plain There is no such file.\n"), ("/.decode-site/events", "events"),
  ])
  func aPathIsAnswered(path: String, expected: String) {
    #expect(answer(path) == expected)
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:8000", true), ("127.0.0.1:8000", true), ("[::1]:8000", true), ("[::1]", true), (nil, false),
    ("", false),
    ("example.com", false), ("localhost.example.com", false), ("127.0.0.1.example.com:8000", false), ("localhost:80@example.com", false),
    ("[::1].example.com", false), ("10.0.0.5", false),
  ])
  func onlyThisMachineIsAnswered(host: String?, isAnswered: Bool) {
    #expect(answer("/base/", host: host).hasPrefix("200") == isAnswered)
    #expect(answer("/base/", host: host).hasPrefix("403") != isAnswered)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"]) func nothingCanBeSent(method: String) {
    #expect(answer("/base/", method: method) == "405 text/plain The preview can only be read.\n")
  }

  @Test(arguments: ["/base/sw.js", "/sw.js"]) func theWorkerTakesItselfAway(path: String) {
    #expect(answer(path).contains("registration.unregister()"))
  }

  @Test func aPageIsTheSitesButForOneElement() throws {
    for (path, page) in [("/base/", "<body>home</body>"), ("/base/\"><b>", "<body>none</body>")] {
      guard case .bytes(_, _, let bytes) = responder.answer(method: "GET", path: path, host: "localhost") else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      let element = try #require(text.firstMatch(of: /<script src="\/\.decode-site\/preview\.js" [^<>]*><\/script>/)).output
      #expect(text.replacing(element, with: "") == page)
    }
  }

  @Test func whoHasAnotherVersionIsToldToLoadAgain() async throws {
    let version = preview.version(at: "/base/errors/one/")
    var changed = preview.events(path: "/base/errors/one/", version: version).makeAsyncIterator()
    var same = preview.events(path: "/base/", version: preview.version(at: "/base/")).makeAsyncIterator()
    #expect(await changed.next()?.hasPrefix("event: findings") == true)
    #expect(await same.next()?.hasPrefix("event: findings") == true)
    preview.show(Self.site(["index.html": "<body>home</body>", "errors/one/index.html": "<body>other</body>"]))
    #expect(await changed.next() == "event: reload\ndata: {}\n\n")
    var late = preview.events(path: "/base/errors/one/", version: version).makeAsyncIterator()
    #expect(await late.next()?.hasPrefix("event: findings") == true)
    #expect(await late.next() == "event: reload\ndata: {}\n\n")
    preview.stop()
    #expect(await same.next() == nil)
  }

  @Test func aFileIsMadeOncePerSite() {
    let made = Mutex<[String]>([])
    for name in ["one", "two"] {
      preview.show(
        PreviewSite(address: nil) { path in
          PlannedFile(path: path) {
            made.withLock { $0.append(name + " " + path) }
            return Array("text".utf8)
          }
        })
      for _ in 0..<3 { _ = preview.version(at: "/a/") + answer("/a/") + answer("/b.css") }
    }
    #expect(made.withLock(\.self) == ["one a/index.html", "one b.css", "two a/index.html", "two b.css"])
  }

  @Test func findingsAreToldOnOneLineAndShownInTheirFile() async {
    let finding = Finding(rule: "dead-link", place: Place(path: "a.md", line: 2, column: 3), message: "gone", hint: "mend\nit")
    preview.tell(
      PreviewFindings(findings: [finding], prefix: "content/", trouble: "errors"),
      sources: [SourceFile(path: "a.md", bytes: Array("one\n<two>\n".utf8))])
    var events = preview.events(path: "/base/", version: "").makeAsyncIterator()
    #expect(
      await events.next()
        == #"event: findings"# + "\n"
        + #"data: {"trouble":"errors","pending":false,"findings":[{"rule":"dead-link","severity":"error","path":"a.md","#
        + #""place":"content/a.md:2:3","line":2,"message":"gone","hint":"mend\nit"}]}"# + "\n\n")
    #expect(answer("/.decode-site/source/a.md").contains(##"<li id="L2" class="marked"><code>&lt;two&gt;</code><p class="note">gone: "##))
  }

  @Test func withoutASiteThereIsAPageThatWaits() {
    let responder = PreviewResponder(preview: Preview())
    guard case .bytes(let status, _, let bytes) = responder.answer(method: "GET", path: "/any/", host: "localhost") else { return }
    #expect(status == 503 && String(decoding: bytes, as: UTF8.self).contains(#"data-version="none""#))
  }
}
