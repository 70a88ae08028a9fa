public import Cataloging

/// Begins a folder of content.
public enum ContentWriter {
  /// Writes files into a folder that does not exist yet, or is empty.
  ///
  /// - Throws: before anything is written, when something stands there already; and when the disk fails.
  public static func create(_ files: [SourceFile], in folder: String) throws(DiskFailure) {
    let folder = folder.withoutFinalSlash
    switch try Disk.kind(of: folder) {
    case .missing: try Disk.makeFolder(folder)
    case .folder where try Disk.names(in: folder).isEmpty: break
    case .folder: throw DiskFailure(path: folder, message: "is not empty: name a new folder")
    default: throw DiskFailure(path: folder, message: "is no folder: name a new one")
    }
    try add(files, to: folder)
  }

  /// Writes new files into a folder of content, and the folders that they are in.
  ///
  /// - Throws: at the first file that is there already, which is left alone; and when the disk fails.
  public static func add(_ files: [SourceFile], to folder: String) throws(DiskFailure) {
    let folder = folder.withoutFinalSlash
    for file in files {
      for parent in OutputPath.folders(of: file.path) where try Disk.kind(of: "\(folder)/\(parent)") == .missing {
        try Disk.makeFolder("\(folder)/\(parent)")
      }
      try Disk.create("\(folder)/\(file.path)", bytes: file.bytes)
    }
  }

  /// Replaces the bytes of a file in one step: readers see the old ones or the new ones.
  ///
  /// - Parameter file: The file as it was read; its path is relative to `folder`.
  /// - Throws: when the file holds other bytes by now, and when the disk fails; then it is as it was.
  public static func replace(_ file: SourceFile, by bytes: [UInt8], in folder: String) throws(DiskFailure) {
    let path = try Disk.realPath(of: "\(folder.withoutFinalSlash)/\(file.path)")
    guard try Disk.bytes(of: path) == file.bytes else {
      throw DiskFailure(path: path, message: "was changed while it was read: run the command again")
    }
    // A name that is never read as content.
    let staged = path.pathParts.dropLast().joined(separator: "/") + "/.decode-site-new"
    try Disk.removeFile(staged)
    do {
      try Disk.create(staged, bytes: bytes)
      try Disk.copyMode(of: path, to: staged)
      try Disk.move(staged, to: path)
    } catch {
      try? Disk.removeFile(staged)
      throw error
    }
  }
}
