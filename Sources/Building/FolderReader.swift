import Cataloging

/// Reads the files below a folder.
struct FolderReader {
  /// The folder as it was given, without a final `/`; failures name paths below it.
  private let folder: String
  private let realFolder: String
  /// In bytes: nothing of a site comes near, and all of it is held in memory.
  private static let largest = 64 << 20
  private var files: [SourceFile] = []

  /// All files below `folder`, sorted by the bytes of their paths. Names that begin with a dot are skipped; a link to a file
  /// inside the folder is followed.
  ///
  /// - Throws: for a link that leads elsewhere or to a folder, for anything but files, folders and links, and for whatever
  ///   cannot be read.
  static func files(in folder: String) throws(DiskFailure) -> [SourceFile] {
    var reader = try FolderReader(folder)
    try reader.read("")
    return reader.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private init(_ folder: String) throws(DiskFailure) {
    self.folder = folder.withoutFinalSlash
    realFolder = try Disk.realPath(of: folder)
    guard try Disk.kind(of: realFolder) == .folder else {
      throw DiskFailure(path: folder, message: "there is no such folder")
    }
  }

  /// - Parameter subfolder: Relative to the folder; empty for the folder itself.
  private mutating func read(_ subfolder: String) throws(DiskFailure) {
    for name in try Disk.names(in: subfolder.isEmpty ? folder : "\(folder)/\(subfolder)") where name.utf8.first != UInt8(ascii: ".") {
      let path = subfolder.isEmpty ? name : "\(subfolder)/\(name)"
      let place = "\(folder)/\(path)"
      switch try Disk.kind(of: place) {
      case .folder: try read(path)
      case .file: files.append(SourceFile(path: path, bytes: try Disk.bytes(of: place, limit: Self.largest)))
      case .link: files.append(SourceFile(path: path, bytes: try Disk.bytes(of: try target(ofLink: place), limit: Self.largest)))
      case .special(let kind): throw DiskFailure(path: place, message: "is \(kind): only files and folders are read")
      case .missing: continue
      }
    }
  }

  private func target(ofLink place: String) throws(DiskFailure) -> String {
    let target = try Disk.realPath(of: place)
    guard target.utf8.starts(with: "\(realFolder)/".utf8) else {
      throw DiskFailure(path: place, message: "is a link that leads out of the folder: put a copy in its place")
    }
    guard try Disk.kind(of: target) == .file else {
      throw DiskFailure(path: place, message: "is a link to something other than a file: put a copy in its place")
    }
    return target
  }
}
