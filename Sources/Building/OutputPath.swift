/// The rules for paths inside a site.
enum OutputPath {
  /// Whether a path is relative, stays below the site's folder, fits one line and keeps clear of our own bookkeeping.
  static func isSafe(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    var isSafe = path != Manifest.name && (path.utf8.first != UInt8(ascii: ".") || first(of: path) != Staging.name)
    // Whether the part that is read may yet be empty, `.` or `..`.
    var (length, isDots) = (0, true)
    for byte in path.utf8 {
      if byte == slash {
        isSafe = isSafe && (!isDots || length > 2)
        (length, isDots) = (0, true)
      } else {
        isSafe = isSafe && byte >= 0x20 && byte != 0x7F
        isDots = isDots && byte == UInt8(ascii: ".")
        length += 1
      }
    }
    return isSafe && (!isDots || length > 2)
  }

  /// The outermost folder of a path, or the file that stands in the site's own folder.
  static func first(of path: String) -> String {
    let bytes = path.utf8
    return bytes.firstIndex(of: UInt8(ascii: "/")).map { String(Substring(bytes[..<$0])) } ?? path
  }

  /// The folders that hold some paths, each once.
  static func folders(of paths: [String]) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var rest = Substring(path)
      // A folder that is known is in folders that are known.
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")), folders.insert(String(rest[..<slash])).inserted {
        rest = rest[..<slash]
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
