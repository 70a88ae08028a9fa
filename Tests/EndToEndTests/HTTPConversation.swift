import Foundation

/// One connection to a server on this machine: a request, and what comes back for as long as one listens.
final class HTTPConversation {
  struct Failure: Error, CustomStringConvertible { let description: String }

  private let descriptor: Int32
  private(set) var received: [UInt8] = []

  init(port: UInt16, _ request: String) throws {
    #if canImport(Darwin)
      let type = SOCK_STREAM
    #else
      let type = Int32(SOCK_STREAM.rawValue)
    #endif
    descriptor = socket(AF_INET, type, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw Failure(description: "nobody listens on port \(port)") }
    let bytes = Array(request.utf8)
    guard send(descriptor, bytes, bytes.count, 0) == bytes.count else { throw Failure(description: "nothing could be sent") }
  }

  deinit { close(descriptor) }

  var text: String { String(decoding: received, as: UTF8.self) }

  /// Listens until a text has come, or the other side closes when that is nil.
  ///
  /// - Throws: when it does not come within some seconds.
  func listen(for text: String?, within seconds: Int = 60) throws {
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while text.map({ !self.text.contains($0) }) ?? true {
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count == 0, text == nil { return }
      guard count > 0 else { throw Failure(description: "'\(text ?? "the end")' did not come; what came: \(self.text.suffix(500))") }
      received += chunk[..<count]
    }
  }
}

/// A server under test.
struct PreviewProcess {
  let process: ChildProcess
  let port: UInt16
  let disk: TemporaryFolder

  /// A port that nobody listens on just now.
  static func freePort() throws -> UInt16 {
    for _ in 0..<50 {
      let port = UInt16.random(in: 20_000..<60_000)
      if (try? HTTPConversation(port: port, "")) == nil { return port }
    }
    throw HTTPConversation.Failure(description: "there is no free port")
  }

  /// Starts `decode-site serve` on the content of a folder, and waits until it listens.
  init(in disk: TemporaryFolder, _ arguments: [String] = []) async throws {
    port = try Self.freePort()
    self.disk = disk
    for name in ["in", "out", "err"] { try disk.put([], at: "serve.\(name)") }
    process = try Program.built("decode-site").start(
      ["serve", "--port", String(port)] + arguments, environment: [:], folder: disk.path,
      streams: [.file(disk.path("serve.in")), .file(disk.path("serve.out")), .file(disk.path("serve.err"))])
    for _ in 0..<600 {
      if let conversation = try? get("/"), !conversation.isEmpty { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw HTTPConversation.Failure(description: "the server does not listen: \(try disk.text(at: "serve.err"))")
  }

  /// The whole answer to a request for a path.
  func get(_ path: String, method: String = "GET", host: String = "localhost") throws -> String {
    let conversation = try HTTPConversation(
      port: port, "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
    try conversation.listen(for: nil)
    return conversation.text
  }

  /// The body of an answer.
  func body(_ path: String) throws -> String {
    let answer = try get(path)
    return answer.firstRange(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
  }

  /// One who has a page, as its script is.
  func viewer(of path: String) throws -> HTTPConversation {
    let version = try body(path).firstMatch(of: /data-version="([0-9a-z]+)"/).map { String($0.output.1) } ?? ""
    let viewer = try HTTPConversation(
      port: port, "GET /.decode-site/events?page=\(path)&version=\(version) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    try viewer.listen(for: "event: findings")
    return viewer
  }

  func stop() async throws -> Int32 {
    process.interrupt()
    return try await process.status(within: 30)
  }
}
