import Cataloging

/// What stands at an address. There is no disk behind it: only the site's own files can be reached.
enum PreviewTarget {
  case file(PlannedFile)
  /// To another path of this server.
  case redirect(String)
  /// With the page that says so, where there is one.
  case missing(PlannedFile?)

  /// - Parameter path: From the root of the server, as it was asked for.
  init(path: String, in site: PreviewSite) {
    self = Self.found(path, in: site) ?? .missing(site.file(at: "404.html"))
  }

  private static func found(_ path: String, in site: PreviewSite) -> Self? {
    guard let path = decoded(path), path.utf8.starts(with: site.basePath.utf8) else {
      return path == "/" || path + "/" == site.basePath ? .redirect(site.basePath) : nil
    }
    let place = String(decoding: path.utf8.dropFirst(site.basePath.utf8.count), as: UTF8.self)
    if place.isEmpty || place.utf8.last == UInt8(ascii: "/") { return site.file(at: place + "index.html").map(Self.file) }
    if let file = site.file(at: place) { return .file(file) }
    return site.file(at: place + "/index.html").map { _ in .redirect(path + "/") }
  }

  /// Without percent signs; nil for what is no UTF-8 then.
  private static func decoded(_ path: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
