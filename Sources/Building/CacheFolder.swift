#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the user's programs keep what they can find out again.
enum CacheFolder {
  /// Ours, which need not be there yet; nil where there is no such place.
  static var path: String? {
    let value = { (name: String) in getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let folder = value("XDG_CACHE_HOME") ?? value("HOME").map { $0.withoutFinalSlash + "/.cache" }
    return folder.map { $0.withoutFinalSlash + "/decode-site" }
  }

  /// Writes a file in one step, so that who reads it reads all of it, and makes the folders that it is in.
  static func write(_ bytes: [UInt8], to path: String) throws(DiskFailure) {
    for folder in OutputPath.folders(of: path).dropFirst() where try Disk.kind(of: folder) == .missing { try Disk.makeFolder(folder) }
    let draft = path + ".new"
    try Disk.removeFile(draft)
    try Disk.create(draft, bytes: bytes)
    try Disk.move(draft, to: path)
  }
}
