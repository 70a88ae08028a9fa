/// The rules for paths inside a site.
enum OutputPath {
  /// Whether a path is relative, stays below the site's folder, fits one line and keeps clear of our own bookkeeping.
  static func isSafe(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
      && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && path != Manifest.name && !parts[0].elementsEqual(Staging.name.utf8)
  }

  /// The folders that hold some paths, each once.
  static func folders(of paths: [String]) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      for folder in Self.folders(of: path).reversed() {
        // A folder that is known is in folders that are known.
        guard folders.insert(folder).inserted else { break }
      }
    }
    return folders
  }

  /// The folders that hold `path`, outermost first, without the site's own.
  static func folders(of path: String) -> [String] {
    let bytes = path.utf8
    return bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "/") }.map { String(Substring(bytes[..<$0])) }
  }
}
