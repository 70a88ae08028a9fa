import FlyingFox
import FlyingSocks
import Foundation

/// Serves a preview over HTTP, to this machine alone.
public struct PreviewServer: Sendable {
  private static let address = "127.0.0.1"
  /// In seconds: how long a viewer that has gone can go unnoticed.
  private static let beat = 15

  private let server: HTTPServer
  private let preview: Preview
  private let responder: PreviewResponder

  public init(_ preview: Preview, port: UInt16) throws {
    self.preview = preview
    responder = PreviewResponder(preview: preview)
    server = HTTPServer(address: try sockaddr_in.inet(ip4: Self.address, port: port), timeout: 60, logger: .disabled)
  }

  /// Whether a server can have the port now.
  public static func isFree(_ port: UInt16) -> Bool {
    guard let socket = try? Socket(domain: AF_INET, type: .stream) else { return true }
    defer { try? socket.close() }
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: sockaddr_in.inet(ip4: address, port: port))
      try socket.listen()
      return true
    } catch {
      return false
    }
  }

  /// Serves until `stop` is called.
  ///
  /// - Throws: when the port cannot be had.
  public func run() async throws {
    await server.appendRoute("*") { [responder] request in response(to: request, from: responder) }
    let heart = Task { [preview] in
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(Self.beat))
        preview.beat()
      }
    }
    defer { heart.cancel() }
    do {
      try await server.run()
    } catch SocketError.disconnected {
      // Stopped.
    } catch is CancellationError {
      // Stopped.
    }
  }

  /// Lets all viewers go and ends `run`.
  public func stop() async {
    preview.stop()
    await server.stop(timeout: 0.2)
  }
}

private func response(to request: HTTPRequest, from responder: PreviewResponder) -> HTTPResponse {
  let query = Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
  let answer = responder.answer(
    method: request.method.rawValue, path: request.target.path(), query: query, host: request.headers[.host])
  // Nothing of a preview is worth keeping, and nothing of it is another type than it says.
  var headers: HTTPHeaders = [.cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff"]
  switch answer {
  case .redirect(let target):
    headers[.location] = target
    return HTTPResponse(statusCode: .found, headers: headers)
  case .events(let events):
    headers[.contentType] = "text/event-stream"
    return HTTPResponse(statusCode: .ok, headers: headers, body: HTTPBodySequence(from: EventBytes(events: events)))
  case .bytes(let status, let type, let bytes):
    headers[.contentType] = type
    headers[.contentLength] = String(bytes.count)
    if status == 405 { headers[HTTPHeader("Allow")] = "GET, HEAD" }
    let data = request.method == .HEAD ? Data() : Data(bytes)
    return HTTPResponse(
      statusCode: HTTPStatusCode(status, phrase: phrase(of: status)), headers: headers,
      body: HTTPBodySequence(data: data, suggestedBufferSize: max(4096, data.count)))
  }
}

private func phrase(of status: Int) -> String {
  switch status {
  case 200: "OK"
  case 403: "Forbidden"
  case 404: "Not Found"
  case 405: "Method Not Allowed"
  default: "Service Unavailable"
  }
}

/// Events as the bytes of a body.
private struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let events: AsyncStream<String>

  func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<String>.AsyncIterator
    private var rest: [UInt8] = []

    init(events: AsyncStream<String>.AsyncIterator) { self.events = events }

    mutating func next() async throws -> UInt8? {
      if rest.isEmpty { rest = try await nextBuffer(suggested: 1) ?? [] }
      return rest.isEmpty ? nil : rest.removeFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { await events.next().map { Array($0.utf8) } }
  }
}
