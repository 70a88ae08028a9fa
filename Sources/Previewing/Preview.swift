public import Cataloging
import Decoding
import Synchronization

/// What a preview shows at the moment, and who looks at it.
public final class Preview: Sendable {
  private struct Viewer {
    let path: String
    /// Of the page that the viewer has.
    let version: String
    let events: AsyncStream<String>.Continuation
  }

  private struct State {
    var site: PreviewSite?
    var findings = PreviewFindings(findings: [], prefix: "")
    var sources: [SourceFile] = []
    var viewers: [Int: Viewer] = [:]
    var viewerCount = 0
  }

  private let state = Mutex(State())

  public init() {}

  /// Shows another site; pages that are other ones now are told to load again.
  public func show(_ site: PreviewSite) {
    // What was shown before is let go when all are told: that takes a while when it is large.
    let (viewers, before) = state.withLock { state in
      defer { state.site = site }
      return (Array(state.viewers.values), state.site)
    }
    withExtendedLifetime(before) {
      for viewer in viewers where version(at: viewer.path) != viewer.version { viewer.events.yield(Self.event("reload", "{}")) }
    }
  }

  /// Tells what is wrong.
  ///
  /// - Parameter sources: The files that findings are about.
  public func tell(_ findings: PreviewFindings, sources: [SourceFile]) {
    let viewers = state.withLock { state in
      (state.findings, state.sources) = (findings, sources)
      return Array(state.viewers.values)
    }
    let event = Self.event("findings", findings.json)
    for viewer in viewers { viewer.events.yield(event) }
  }

  /// Tells why nothing newer can be shown; what is wrong with the site that is shown is told again by `tellAgain`.
  public func tell(trouble: String) {
    let event = Self.event("findings", PreviewFindings(findings: [], prefix: "", trouble: trouble).json)
    for viewer in state.withLock({ Array($0.viewers.values) }) { viewer.events.yield(event) }
  }

  public func tellAgain() {
    let event = Self.event("findings", findings.json)
    for viewer in state.withLock({ Array($0.viewers.values) }) { viewer.events.yield(event) }
  }

  // MARK: What is asked for

  var site: PreviewSite? { state.withLock(\.site) }
  var findings: PreviewFindings { state.withLock(\.findings) }

  func source(at path: String) -> SourceFile? { state.withLock(\.sources).first { $0.path == path } }

  /// What tells a page from the one that was at its address before.
  ///
  /// - Parameter path: The address's, from the root of the server.
  func version(at path: String) -> String {
    guard let site else { return "none" }
    return switch PreviewTarget(path: path, in: site) {
    case .file(let file), .missing(let file?): Self.version(of: site.bytes(of: file))
    case .redirect(let target): target
    case .missing(nil): "none"
    }
  }

  static func version(of bytes: [UInt8]) -> String { String(Digest(of: bytes).high, radix: 16) }

  /// What happens from now on, for one who has a page in some version. Ends when `stop` is called.
  func events(path: String, version: String) -> AsyncStream<String> {
    let (stream, events) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(8))
    let (number, findings) = state.withLock { state in
      state.viewerCount += 1
      state.viewers[state.viewerCount] = Viewer(path: path, version: version, events: events)
      return (state.viewerCount, state.findings)
    }
    events.onTermination = { [weak self] _ in self?.state.withLock { $0.viewers[number] = nil } }
    events.yield(Self.event("findings", findings.json))
    if self.version(at: path) != version { events.yield(Self.event("reload", "{}")) }
    return stream
  }

  /// A remark, without which a viewer that has gone would not be noticed.
  func beat() {
    for viewer in state.withLock({ Array($0.viewers.values) }) { viewer.events.yield(":\n\n") }
  }

  /// Lets all viewers go.
  public func stop() {
    for viewer in state.withLock({ Array($0.viewers.values) }) { viewer.events.finish() }
  }

  private static func event(_ name: String, _ data: String) -> String { "event: \(name)\ndata: \(data)\n\n" }
}

extension PreviewFindings {
  /// On one line.
  var json: String {
    let rows = findings.map { finding in
      JSONValue.object([
        ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)), ("path", .string(finding.place.path)),
        ("place", .string("\(prefix)\(finding.place.path):\(finding.place.line):\(finding.place.column)")),
        ("line", .int(finding.place.line)), ("message", .string(finding.message)), ("hint", .string(finding.hint)),
      ])
    }
    let value = JSONValue.object([("trouble", .optional(trouble)), ("pending", .bool(isPending)), ("findings", .array(rows))])
    return String(decoding: value.bytes, as: UTF8.self)
  }
}
