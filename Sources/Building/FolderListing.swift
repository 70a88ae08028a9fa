import Decoding

/// The files below a folder, by name and stamp; their bytes are not read.
struct FolderListing: Sendable {
  struct Item: Sendable {
    /// Relative to the folder.
    let path: String
    /// Where its bytes are: for a link, what it leads to.
    let place: String
    let stamp: FileStamp
  }

  /// Sorted by the bytes of their paths.
  private(set) var items: [Item] = []
  /// Before the first stamp was taken, in nanoseconds since 1970.
  let time = FileStamp.now
  /// All folders, the folder itself first, as they were given.
  private(set) var folders: [String]
  /// The folder as it was given, without a final `/`; failures name paths below it.
  private let folder: String
  private let realFolder: String

  /// Lists all files below `folder`. Names that begin with a dot are skipped; a link to a file inside the folder is followed.
  ///
  /// - Throws: for a link that leads elsewhere or to a folder, for anything but files, folders and links, and for whatever
  ///   cannot be read.
  init(_ folder: String) throws(DiskFailure) {
    self.folder = folder.withoutFinalSlash
    realFolder = try Disk.realPath(of: folder)
    folders = [self.folder]
    guard try Disk.kind(of: realFolder) == .folder else {
      throw DiskFailure(path: folder, message: "there is no such folder")
    }
    try list("")
    items.sort { String.precedesInBytes($0.path, $1.path) }
  }

  /// - Parameter subfolder: Relative to the folder; empty for the folder itself.
  private mutating func list(_ subfolder: String) throws(DiskFailure) {
    for name in try Disk.names(in: subfolder.isEmpty ? folder : "\(folder)/\(subfolder)") where name.utf8.first != UInt8(ascii: ".") {
      let path = subfolder.isEmpty ? name : "\(subfolder)/\(name)"
      let place = "\(folder)/\(path)"
      let (kind, stamp) = try Disk.state(of: place)
      switch kind {
      case .folder:
        folders.append(place)
        try list(path)
      case .file: if let stamp { items.append(Item(path: path, place: place, stamp: stamp)) }
      case .link:
        let target = try target(ofLink: place)
        if let stamp = try Disk.state(of: target).stamp { items.append(Item(path: path, place: target, stamp: stamp)) }
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
