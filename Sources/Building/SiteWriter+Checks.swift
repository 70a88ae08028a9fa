import Cataloging

/// Whether the folder may hold the site.
extension SiteWriter {
  func checkPaths(of paths: [String]) throws(DiskFailure) {
    var seen = Set<String>(minimumCapacity: paths.count)
    for path in paths {
      guard OutputPath.isSafe(path) else { throw DiskFailure(path: path, message: "is no path for a file of the site") }
      guard seen.insert(path).inserted else { throw DiskFailure(path: path, message: "two files of the site have this path") }
    }
    if OutputPath.folders(of: paths).isDisjoint(with: seen) { return }
    for path in paths {
      for parent in OutputPath.folders(of: path) where seen.contains(parent) {
        throw DiskFailure(path: path, message: "lies in \(parent), which is a file of the site")
      }
    }
  }

  func checkFolders(of files: [PlannedFile]) throws(DiskFailure) {
    for parent in OutputPath.folders(of: files.map(\.path)).sorted() {
      switch try Disk.kind(of: "\(folder)/\(parent)") {
      case .folder, .missing: continue
      default: throw DiskFailure(path: "\(folder)/\(parent)", message: "stands where a folder of the site belongs: move it away")
      }
    }
  }

  func checkDistance(from sources: [String]) throws(DiskFailure) {
    let output = try Disk.realPath(of: folder)
    for source in sources {
      let real = try Disk.realPath(of: source)
      let hasOverlap = "\(real)/".utf8.starts(with: "\(output)/".utf8) || "\(output)/".utf8.starts(with: "\(real)/".utf8)
      if output == "/" || hasOverlap {
        throw DiskFailure(path: folder, message: "a site is never written into, or around, \(source): choose another folder")
      }
    }
  }

  /// - Returns: nil when the folder is new or empty.
  func earlierManifest() throws(DiskFailure) -> Manifest? {
    let path = "\(folder)/\(Manifest.name)"
    guard try Disk.kind(of: Disk.realPath(of: folder)) != .missing else { return nil }
    guard try Disk.kind(of: Disk.realPath(of: folder)) == .folder else {
      throw DiskFailure(path: folder, message: "is not a folder: choose another place for the site")
    }
    // A first run that was cut short leaves its staging folder alone behind.
    let names = try Disk.names(in: folder).filter { $0 != Staging.name }
    if names.isEmpty { return nil }
    guard try Disk.kind(of: path) == .file else {
      throw DiskFailure(
        path: folder,
        message: "holds files but no site of ours (it has no \(Manifest.name)), so nothing was written: "
          + "choose another folder, or empty this one")
    }
    guard let manifest = Manifest(bytes: try Disk.bytes(of: path)) else {
      throw DiskFailure(path: path, message: "is not a list of the site's files, so nothing was written: remove the folder's content")
    }
    return manifest
  }
}
