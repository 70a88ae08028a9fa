import Building
import Cataloging
import Foundation
import Testing

/// A server on loopback, and curl.
@Suite(.serialized, .enabled(if: LinkVisitor.isAvailable && LinkServer.isAvailable)) struct LinkVisitorTests {
  @Test func `each kind of answer`() throws {
    let server = try LinkServer()
    defer { server.stop() }
    let paths = [
      "ok", "ok#part", "gone", "missing", "busy", "broken", "no-head", "for-good", "for-good#part", "for-now", "for-good-missing", "loop",
      "slow",
    ]
    let states = try LinkVisitor(seconds: 2, atOnce: 3).states(
      of: paths.map { "\(server.address)/\($0)" } + ["http://127.0.0.1:9/", "http://127.0.0.1:9/\"x"])
    let byPath = Dictionary(uniqueKeysWithValues: states.map { ($0.key.replacing(server.address, with: ""), $0.value) })
    #expect(byPath["/ok"] == .alive)
    #expect(byPath["/ok#part"] == .alive)
    #expect(byPath["/no-head"] == .alive)
    #expect(byPath["/for-now"] == .alive)
    #expect(byPath["/gone"] == .gone(410))
    #expect(byPath["/missing"] == .gone(404))
    #expect(byPath["/for-good-missing"] == .gone(404))
    #expect(byPath["/busy"] == .unknown("the server answers 429"))
    #expect(byPath["/broken"] == .unknown("the server answers 503"))
    #expect(byPath["/for-good"] == .moved(to: "\(server.address)/ok"))
    #expect(byPath["/for-good#part"] == .moved(to: "\(server.address)/ok#part"))
    #expect(byPath["/loop"] == .unknown("too many redirects"))
    for address in ["/slow", "http://127.0.0.1:9/", "http://127.0.0.1:9/\"x"] {
      guard case .unknown? = byPath[address] else {
        Issue.record("\(address): \(String(describing: byPath[address]))")
        continue
      }
    }
    #expect(states.count == paths.count + 2)
  }

  @Test func `what is known is not asked for again within a week, and what was unknown is`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/links"
    let answers: [String: LinkState] = ["a": .alive, "m": .moved(to: "n"), "g": .gone(410), "u": .unknown("busy")]
    var asked: [[String]] = []
    for (day, addresses) in [(100, ["a", "m", "g", "u"]), (106, ["a", "g", "u"]), (107, ["a", "m", "x"])] {
      var cache = LinkCache(path: path, today: day)
      let states = try cache.states(of: addresses) { missing in
        asked.append(missing)
        return answers.filter { missing.contains($0.key) }
      }
      #expect(states == answers.filter { addresses.contains($0.key) })
    }
    #expect(asked == [["a", "m", "g", "u"], ["u"], ["a", "m", "x"]])
    try folder.put("nonsense\n1\t2\n\u{0}", at: "links")
    var cache = LinkCache(path: path, today: 107)
    #expect(try cache.states(of: ["a"]) { _ in [:] } == [:])
  }
}

/// A small HTTP server in Python, at a port of its own.
private struct LinkServer {
  static let isAvailable = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  let address: String
  private let process = Process()

  private static let program = """
    import http.server, time
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'
        def answer(self):
            status, target = {'/ok': (200, None), '/gone': (410, None), '/busy': (429, None), '/broken': (503, None),
                '/no-head': (405 if self.command == 'HEAD' else 200, None), '/for-good': (301, '/ok'), '/for-now': (302, '/ok'),
                '/for-good-missing': (308, '/missing'), '/loop': (301, '/loop'), '/slow': (200, None)}.get(self.path, (404, None))
            if self.path == '/slow': time.sleep(5)
            self.send_response(status)
            if target: self.send_header('Location', target)
            self.send_header('Content-Length', '0')
            self.end_headers()
        do_GET = do_HEAD = answer
        def log_message(self, *arguments): pass
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  init() throws {
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.program]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte != Data([0x0A]) { line += byte }
    address = "http://127.0.0.1:\(String(decoding: line, as: UTF8.self))"
  }

  func stop() { process.terminate() }
}
