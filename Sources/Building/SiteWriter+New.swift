import Cataloging
import Decoding

/// A folder that holds nothing yet: its files are staged in folders of their own, and these take their places with all that is in them, so
/// that no file is looked for, moved and looked at again.
extension SiteWriter {
  func writeNew(
    _ files: [PlannedFile], perform: DecodingSession.Performer?
  ) throws(DiskFailure) -> (summary: WriteSummary, files: [WrittenFile]) {
    try staging.clear()
    let staged: [WrittenFile]
    do {
      let manifest = PlannedFile(path: Manifest.name) { Manifest(paths: Set(files.map(\.path))).bytes }
      let results = Portions.map([manifest] + files, perform: perform) { file in
        Result { () throws(DiskFailure) in
          let prepared = file.prepare()
          try staging.makeFolders(of: file.path)
          return WrittenFile(path: file.path, key: prepared.key, stamp: try staging.add(prepared.make(), as: file.path))
        }
      }
      staged = Array(try results.map { (result) throws(DiskFailure) in try result.get() }.dropFirst())
    } catch {
      staging.undo()
      throw error
    }
    do {
      for name in [Manifest.name] + namesToPlace(of: staged.map(\.path)) { try staging.place(name, at: name) }
    } catch {
      try? staging.clear()
      throw error
    }
    try staging.clear()
    return (WriteSummary(written: staged.count, unchanged: 0, removed: 0), try known(of: staged))
  }

  /// What stands in the site's folder itself: scripts and stylesheets come before the pages that ask for them.
  private func namesToPlace(of paths: [String]) -> [String] {
    let pages = Set(paths.lazy.filter { $0.hasSuffix(".html") }.map(OutputPath.first))
    return Set(paths.map(OutputPath.first)).subtracting(pages).sorted() + pages.sorted()
  }

  /// What is known of the files when all is done: a stamp counts when it is settled, which takes a tick of the clock.
  private func known(of staged: [WrittenFile]) throws(DiskFailure) -> [WrittenFile] {
    FileStamp.waitForTick()
    let time = FileStamp.now
    var known: [WrittenFile] = []
    known.reserveCapacity(staged.count + 1)
    for file in staged {
      var stamp = file.stamp.flatMap { $0.isSettled(at: time) ? $0 : nil }
      // To be moved itself changes a file's state; to be moved in its folder does not.
      if !file.path.utf8.contains(UInt8(ascii: "/")) { stamp = try settledStamp(of: file.path, at: time) }
      known.append(WrittenFile(path: file.path, key: file.key, stamp: stamp))
    }
    return known + [WrittenFile(path: Manifest.name, key: Digest(of: []), stamp: try settledStamp(of: Manifest.name, at: time))]
  }
}
