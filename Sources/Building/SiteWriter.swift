public import Cataloging
public import Decoding
import Synchronization

/// Brings a folder to hold a site, and touches nothing there that is not ours.
///
/// Whatever can fail for want of room or permission happens in a staging folder first; then each file takes its place in one
/// step, assets before the pages that ask for them, and files that the site no longer has go last.
public struct SiteWriter: Sendable {
  let folder: String
  let staging: Staging

  private init(folder: String) {
    self.folder = folder.withoutFinalSlash
    staging = Staging(site: self.folder)
  }

  /// Makes the files that are not known to be there already, writes those that differ from what `folder` holds, and removes the files of
  /// an earlier site that this one lacks. Few of them are in memory at a time.
  ///
  /// - Parameters:
  ///   - known: What the last run wrote: a file that would be made of the same, and was not touched since, is not made.
  ///   - sources: Folders that are read to make the site; `folder` may neither hold one nor lie in one.
  ///   - perform: Makes files side by side; one after another without it.
  /// - Returns: what was done, and what is known of the site's files now.
  /// - Throws: before anything is changed, when `folder` is no place for a site or a path is unsafe; and when the disk fails,
  ///   in which case the earlier site still stands unless files were already being moved into place.
  public static func write(
    _ files: [PlannedFile], to folder: String, apartFrom sources: [String], knowing known: [WrittenFile] = [],
    perform: DecodingSession.Performer? = nil
  ) throws(DiskFailure) -> (summary: WriteSummary, files: [WrittenFile]) {
    let writer = SiteWriter(folder: folder)
    try writer.checkPaths(of: files.map(\.path))
    try writer.checkDistance(from: sources)
    guard let earlier = try writer.earlierManifest() else { return try writer.writeNew(files, perform: perform) }
    return try writer.write(files, over: earlier, knowing: known, perform: perform)
  }

  /// The same with files that are made already.
  public static func write(_ files: [OutputFile], to folder: String, apartFrom sources: [String]) throws(DiskFailure) -> WriteSummary {
    try write(files.map(PlannedFile.init), to: folder, apartFrom: sources).summary
  }

  private func write(
    _ files: [PlannedFile], over earlier: Manifest, knowing known: [WrittenFile], perform: DecodingSession.Performer?
  ) throws(DiskFailure) -> (summary: WriteSummary, files: [WrittenFile]) {
    let wanted = Manifest(paths: Set(files.map(\.path)))
    let known = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }
    try checkFolders(of: files)
    let stale = earlier.paths.subtracting(wanted.paths).sorted(by: String.precedesInBytes)
    var removed = 0
    try staging.clear()
    let made: [MadeFile]
    do {
      let results = Portions.map(Array(files.enumerated()), perform: perform) { number, file in
        Result { () throws(DiskFailure) in
          try make(file, number: number, isOwned: earlier.paths.contains(file.path), known: known[file.path])
        }
      }
      made = try results.map { (result) throws(DiskFailure) in try result.get() }
      // Until the stale files are gone the manifest lists both sites, so that a run that is cut short loses track of none.
      if made.contains(where: \.isStaged) || wanted != earlier {
        try staging.add(Manifest(paths: earlier.paths.union(wanted.paths)).bytes, as: Manifest.name)
      }
    } catch {
      staging.undo()
      throw error
    }
    if made.contains(where: \.isStaged) || wanted != earlier {
      do {
        try place(made)
        removed = try remove(stale)
        if !stale.isEmpty { try replaceManifest(by: wanted) }
      } catch {
        try? staging.clear()
        throw error
      }
      try staging.clear()
    }
    let written = made.count(where: \.isStaged)
    return (WriteSummary(written: written, unchanged: files.count - written, removed: removed), try self.known(of: made))
  }

  // MARK: Making

  private struct MadeFile {
    let number: Int
    let path: String
    let key: Digest
    let isStaged: Bool
    /// Of the file that was there already; nil when it was not known before.
    let stamp: FileStamp?
  }

  /// Stages the file under its number when its place holds other bytes.
  private func make(_ file: PlannedFile, number: Int, isOwned: Bool, known: WrittenFile?) throws(DiskFailure) -> MadeFile {
    let place = "\(folder)/\(file.path)"
    let (kind, stamp) = try Disk.state(of: place)
    let prepared = file.prepare()
    let made = { (isStaged: Bool, stamp: FileStamp?) in
      MadeFile(number: number, path: file.path, key: prepared.key, isStaged: isStaged, stamp: stamp)
    }
    switch kind {
    case .file:
      if let known, let stamp, known.stamp == stamp, known.key == prepared.key { return made(false, stamp) }
      let bytes = prepared.make()
      if stamp?.size == bytes.count, try Disk.bytes(of: place) == bytes { return made(false, nil) }
      guard isOwned else {
        throw DiskFailure(path: place, message: "is not ours, and stands where a file of the site belongs: move it away")
      }
      try staging.add(bytes, as: String(number))
    case .missing: try staging.add(prepared.make(), as: String(number))
    default: throw DiskFailure(path: place, message: "stands where a file of the site belongs: move it away")
    }
    return made(true, nil)
  }

  /// What is known of the files when all is done. Their stamps are taken when they are settled, which takes a tick of the clock.
  private func known(of made: [MadeFile]) throws(DiskFailure) -> [WrittenFile] {
    if made.contains(where: \.isStaged) { FileStamp.waitForTick() }
    let time = FileStamp.now
    var known: [WrittenFile] = []
    known.reserveCapacity(made.count + 1)
    for file in made {
      var stamp = file.stamp
      if stamp == nil { stamp = try settledStamp(of: file.path, at: time) }
      known.append(WrittenFile(path: file.path, key: file.key, stamp: stamp))
    }
    return known + [WrittenFile(path: Manifest.name, key: Digest(of: []), stamp: try settledStamp(of: Manifest.name, at: time))]
  }

  /// The stamp of a file of the site; nil when a change after `time` might not show in it.
  func settledStamp(of path: String, at time: Int) throws(DiskFailure) -> FileStamp? {
    try Disk.state(of: "\(folder)/\(path)").stamp.flatMap { $0.isSettled(at: time) ? $0 : nil }
  }

  // MARK: Placing

  /// Scripts and stylesheets come before the pages that ask for them.
  private func place(_ made: [MadeFile]) throws(DiskFailure) {
    try staging.place(Manifest.name, at: Manifest.name)
    let isPage = { (file: MadeFile) in file.path.hasSuffix(".html") }
    let staged = made.filter(\.isStaged)
    var folders: Set<String> = []
    for file in staged.filter({ !isPage($0) }) + staged.filter(isPage) {
      for parent in OutputPath.folders(of: file.path) where folders.insert(parent).inserted {
        if try Disk.kind(of: "\(folder)/\(parent)") == .missing { try Disk.makeFolder("\(folder)/\(parent)") }
      }
      try staging.place(String(file.number), at: file.path)
    }
  }

  private func replaceManifest(by manifest: Manifest) throws(DiskFailure) {
    try staging.add(manifest.bytes, as: Manifest.name)
    try staging.place(Manifest.name, at: Manifest.name)
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
}
