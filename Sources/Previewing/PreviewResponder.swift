import Cataloging

/// What is answered to a request. Pure but for the files that it makes.
struct PreviewResponder: Sendable {
  enum Answer: Sendable {
    case bytes(status: Int, type: String, [UInt8])
    case redirect(String)
    case events(AsyncStream<String>)
  }

  /// What the preview adds to the site lies here; no path of a site begins with a dot.
  static let own = "/.decode-site/"

  let preview: Preview

  /// - Parameters:
  ///   - path: As it was asked for, with its percent signs.
  ///   - host: The header of that name.
  func answer(method: String, path: String, query: [String: String] = [:], host: String?) -> Answer {
    // A page of another site can make a browser ask us, under a name that leads here; then the name is not ours.
    guard let host, Self.isOurs(host) else { return text(403, "The preview answers to localhost and 127.0.0.1 only.\n") }
    guard method == "GET" || method == "HEAD" else { return text(405, "The preview can only be read.\n") }
    if path.hasPrefix(Self.own) { return ownAnswer(String(path.dropFirst(Self.own.count)), query) }
    guard let site = preview.site else { return page(PreviewPages.waiting, status: 503, at: path, version: "none") }
    // A worker from an earlier visit to this port, this site's or another one's, would answer in our place.
    if path == site.basePath + "sw.js" || path == "/sw.js" { return .bytes(status: 200, type: Self.type(of: path), PreviewPages.worker) }
    switch PreviewTarget(path: path, in: site) {
    case .redirect(let target): return .redirect(target)
    case .missing(nil): return text(404, "There is no such page.\n")
    case .missing(let file?): return answer(file, of: site, status: 404, at: path)
    case .file(let file): return answer(file, of: site, status: 200, at: path)
    }
  }

  private func answer(_ file: PlannedFile, of site: PreviewSite, status: Int, at path: String) -> Answer {
    let bytes = site.bytes(of: file)
    guard file.path.hasSuffix(".html") else { return .bytes(status: status, type: Self.type(of: file.path), bytes) }
    return page(bytes, status: status, at: path, version: Preview.version(of: bytes))
  }

  private func ownAnswer(_ name: String, _ query: [String: String]) -> Answer {
    switch name {
    case "events": return .events(preview.events(path: query["page"] ?? "/", version: query["version"] ?? ""))
    case "preview.js": return .bytes(status: 200, type: Self.type(of: name), PreviewPages.script)
    case "preview.css": return .bytes(status: 200, type: Self.type(of: name), PreviewPages.style)
    default:
      guard name.hasPrefix("source/"), let file = preview.source(at: String(name.dropFirst("source/".count))) else {
        return text(404, "There is no such file.\n")
      }
      return .bytes(status: 200, type: Self.type(of: ".html"), PreviewPages.source(file, preview.findings))
    }
  }

  /// A page with our script behind its content.
  private func page(_ bytes: [UInt8], status: Int, at path: String, version: String) -> Answer {
    let script = PreviewPages.scriptElement(page: path, version: version)
    let end = Array("</body>".utf8)
    let place = bytes.indices.reversed().first { bytes[$0...].starts(with: end) } ?? bytes.endIndex
    return .bytes(status: status, type: Self.type(of: ".html"), bytes[..<place] + script + bytes[place...])
  }

  private func text(_ status: Int, _ text: String) -> Answer {
    .bytes(status: status, type: Self.type(of: ".txt"), Array(text.utf8))
  }

  private static func isOurs(_ host: String) -> Bool {
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    let port = host.dropFirst(name.count)
    return ["localhost", "127.0.0.1", "[::1]"].contains(name.lowercased()) && (port.isEmpty || port.dropFirst().allSatisfy(\.isNumber))
  }

  static func type(of path: String) -> String {
    let types = [
      "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
      "mjs": "text/javascript; charset=utf-8", "json": "application/json", "xml": "application/xml", "svg": "image/svg+xml",
      "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8", "webmanifest": "application/manifest+json",
      "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "ico": "image/vnd.microsoft.icon", "woff2": "font/woff2",
    ]
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "text/plain; charset=utf-8" }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }
}
