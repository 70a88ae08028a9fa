/// The rules for paths inside a site.
enum OutputPath {
  /// Whether a path is relative, stays below the site's folder, fits one line and keeps clear of our own bookkeeping.
  static func isSafe(_ path: String) -> Bool {
    let parts = path.pathParts
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      && path != Manifest.name && parts[0] != Staging.name
  }

  /// The folders that hold `path`, outermost first, without the site's own.
  static func folders(of path: String) -> [String] {
    let parts = path.pathParts
    return parts.indices.dropLast().map { parts[...$0].joined(separator: "/") }
  }
}
