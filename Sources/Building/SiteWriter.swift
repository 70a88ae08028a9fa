public import Cataloging

/// Brings a folder to hold a site, and touches nothing there that is not ours.
///
/// Whatever can fail for want of room or permission happens in a staging folder first; then each file takes its place in one
/// step, assets before the pages that ask for them, and files that the site no longer has go last.
public struct SiteWriter {
  static let stagingName = ".decode-site-staging"

  private let folder: String
  private var staging: String { "\(folder)/\(Self.stagingName)" }

  /// Writes the files that differ from what `folder` holds and removes the files of an earlier site that this one lacks.
  ///
  /// - Parameter sources: Folders that are read to make the site; `folder` may neither hold one nor lie in one.
  /// - Throws: before anything is changed, when `folder` is no place for a site or a path is unsafe; and when the disk fails,
  ///   in which case the earlier site still stands unless files were already being moved into place.
  public static func write(
    _ files: [OutputFile], to folder: String, apartFrom sources: [String]
  ) throws(DiskFailure) -> WriteSummary {
    let writer = SiteWriter(folder: folder.withoutFinalSlash)
    try writer.checkPaths(of: files)
    try writer.checkDistance(from: sources)
    let earlier = try writer.earlierManifest()
    return try writer.write(files, over: earlier)
  }

  private func write(_ files: [OutputFile], over earlier: Manifest?) throws(DiskFailure) -> WriteSummary {
    let owned = earlier ?? Manifest(paths: [])
    let wanted = Manifest(paths: Set(files.map(\.path)))
    let changed = try changedFiles(among: files, owned: owned)
    let stale = owned.paths.subtracting(wanted.paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var removed = 0
    try removeStaging()
    if !changed.isEmpty || wanted != earlier {
      let made = try makeFolders(upTo: folder)
      // Until the stale files are gone the manifest lists both sites, so that a run that is cut short loses track of none.
      let both = Manifest(paths: owned.paths.union(wanted.paths))
      do {
        try stage(changed, manifest: both)
      } catch {
        try? removeStaging()
        for path in made.reversed() { _ = try? Disk.removeFolder(path) }
        throw error
      }
      do {
        try place(changed)
        removed = try remove(stale)
        if both != wanted { try replaceManifest(by: wanted) }
      } catch {
        try? removeStaging()
        throw error
      }
      try removeStaging()
    }
    return WriteSummary(written: changed.count, unchanged: files.count - changed.count, removed: removed)
  }

  /// The files whose place holds other bytes, in the order in which they are to be placed.
  private func changedFiles(among files: [OutputFile], owned: Manifest) throws(DiskFailure) -> [OutputFile] {
    var changed: [OutputFile] = []
    for file in files {
      let place = "\(folder)/\(file.path)"
      for parent in OutputPath.folders(of: file.path) {
        switch try Disk.kind(of: "\(folder)/\(parent)") {
        case .folder, .missing: continue
        default: throw DiskFailure(path: "\(folder)/\(parent)", message: "stands where a folder of the site belongs: move it away")
        }
      }
      switch try Disk.kind(of: place) {
      case .missing: changed.append(file)
      case .file where try Disk.bytes(of: place) == file.bytes: continue
      case .file where owned.paths.contains(file.path): changed.append(file)
      case .file: throw DiskFailure(path: place, message: "is not ours, and stands where a file of the site belongs: move it away")
      default: throw DiskFailure(path: place, message: "stands where a file of the site belongs: move it away")
      }
    }
    let isPage = { (file: OutputFile) in file.path.hasSuffix(".html") }
    return changed.sorted { !isPage($0) && isPage($1) || isPage($0) == isPage($1) && $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Files are numbered in staging; the manifest comes last.
  private func stage(_ files: [OutputFile], manifest: Manifest) throws(DiskFailure) {
    try Disk.makeFolder(staging)
    for (number, file) in files.enumerated() { try Disk.create("\(staging)/\(number)", bytes: file.bytes) }
    try Disk.create("\(staging)/\(Manifest.name)", bytes: manifest.bytes)
  }

  private func place(_ files: [OutputFile]) throws(DiskFailure) {
    try Disk.move("\(staging)/\(Manifest.name)", to: "\(folder)/\(Manifest.name)")
    for (number, file) in files.enumerated() {
      for parent in OutputPath.folders(of: file.path) where try Disk.kind(of: "\(folder)/\(parent)") == .missing {
        try Disk.makeFolder("\(folder)/\(parent)")
      }
      try Disk.move("\(staging)/\(number)", to: "\(folder)/\(file.path)")
    }
  }

  private func replaceManifest(by manifest: Manifest) throws(DiskFailure) {
    try Disk.create("\(staging)/\(Manifest.name)", bytes: manifest.bytes)
    try Disk.move("\(staging)/\(Manifest.name)", to: "\(folder)/\(Manifest.name)")
  }

  /// Removes files of ours, then the folders that this left empty.
  ///
  /// - Returns: how many files were still there.
  private func remove(_ paths: [String]) throws(DiskFailure) -> Int {
    var count = 0
    for path in paths {
      var isReached = true
      for parent in OutputPath.folders(of: path) where try Disk.kind(of: "\(folder)/\(parent)") != .folder { isReached = false }
      // Behind a link, or under a file of the owner's, there is nothing of ours any more.
      guard isReached, try Disk.kind(of: "\(folder)/\(path)") == .file else { continue }
      try Disk.removeFile("\(folder)/\(path)")
      count += 1
      for parent in OutputPath.folders(of: path).reversed() {
        guard try Disk.removeFolder("\(folder)/\(parent)") else { break }
      }
    }
    return count
  }

  private func removeStaging() throws(DiskFailure) {
    switch try Disk.kind(of: staging) {
    case .missing: return
    case .folder: break
    default: throw DiskFailure(path: staging, message: "stands where our staging folder belongs: move it away")
    }
    for name in try Disk.names(in: staging) { try Disk.removeFile("\(staging)/\(name)") }
    try Disk.removeFolder(staging)
  }

  /// - Returns: the folders that were missing, outermost first.
  private func makeFolders(upTo path: String) throws(DiskFailure) -> [String] {
    let parts = path.pathParts
    var made: [String] = []
    for count in parts.indices where !parts[count].isEmpty {
      let parent = parts[...count].joined(separator: "/")
      guard try Disk.kind(of: parent) == .missing else { continue }
      try Disk.makeFolder(parent)
      made.append(parent)
    }
    return made
  }
}

// MARK: - Whether the folder may hold the site

extension SiteWriter {
  private func checkPaths(of files: [OutputFile]) throws(DiskFailure) {
    var seen: Set<String> = []
    for file in files {
      guard OutputPath.isSafe(file.path) else { throw DiskFailure(path: file.path, message: "is no path for a file of the site") }
      guard seen.insert(file.path).inserted else { throw DiskFailure(path: file.path, message: "two files of the site have this path") }
    }
    for file in files {
      for parent in OutputPath.folders(of: file.path) where seen.contains(parent) {
        throw DiskFailure(path: file.path, message: "lies in \(parent), which is a file of the site")
      }
    }
  }

  private func checkDistance(from sources: [String]) throws(DiskFailure) {
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
  private func earlierManifest() throws(DiskFailure) -> Manifest? {
    let path = "\(folder)/\(Manifest.name)"
    guard try Disk.kind(of: Disk.realPath(of: folder)) != .missing else { return nil }
    guard try Disk.kind(of: Disk.realPath(of: folder)) == .folder else {
      throw DiskFailure(path: folder, message: "is not a folder: choose another place for the site")
    }
    // A first run that was cut short leaves its staging folder alone behind.
    let names = try Disk.names(in: folder).filter { $0 != Self.stagingName }
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
