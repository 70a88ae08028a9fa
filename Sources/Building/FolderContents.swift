public import Cataloging
public import Decoding

/// The files below a folder as they were read, and whether they still are so.
public struct FolderContents: Sendable {
  /// In bytes: nothing of a site comes near, and all of it is held in memory.
  private static let largest = 64 << 20

  /// A file's stamp when it was read; nil when it could change without its stamp showing it.
  struct Known: Sendable {
    let file: SourceFile
    let stamp: FileStamp?
  }

  /// Sorted by the bytes of their paths.
  public var files: [SourceFile] { known.map(\.file) }
  /// In the same order.
  let known: [Known]
  /// All folders, the folder itself first, as they were given.
  public let folders: [String]

  /// Reads all files below `folder`. Names that begin with a dot are skipped; a link to a file inside the folder is followed.
  ///
  /// - Parameters:
  ///   - earlier: What was read there before: a file with the same stamp is not read again, and one with the same bytes shares them.
  ///   - perform: Reads files side by side; one after another without it.
  /// - Throws: for a link that leads elsewhere or to a folder, for anything but files, folders and links, and for whatever
  ///   cannot be read. There is no partial answer.
  public init(
    _ folder: String, reusing earlier: FolderContents? = nil, perform: DecodingSession.Performer? = nil
  ) throws(DiskFailure) {
    try self.init(FolderListing(folder), reusing: earlier, perform: perform)
  }

  /// The paths of files that are new, gone or hold other bytes, sorted.
  ///
  /// - Parameter earlier: Nil for none at all.
  public func changes(since earlier: FolderContents?) -> [String] {
    let before = Dictionary((earlier?.files ?? []).map { ($0.path, $0.bytes) }) { first, _ in first }
    let now = Set(files.map(\.path))
    let changed = files.filter { before[$0.path] != $0.bytes }.map(\.path) + before.keys.filter { !now.contains($0) }
    return changed.sorted(by: String.precedesInBytes)
  }

  init(
    _ listing: FolderListing, reusing earlier: FolderContents? = nil, perform: DecodingSession.Performer? = nil
  ) throws(DiskFailure) {
    let known = Dictionary((earlier?.known ?? []).map { ($0.file.path, $0) }) { first, _ in first }
    let read = Portions.map(listing.items, perform: perform) { item in
      Result { () throws(DiskFailure) in
        let earlier = known[item.path]
        if let earlier, earlier.stamp == item.stamp { return earlier }
        let bytes = try Disk.contents(of: item.place, limit: Self.largest)
        let isSettled = bytes.stamp == item.stamp && item.stamp.isSettled(at: listing.time)
        let isSame = earlier?.file.bytes == bytes.bytes
        return Known(
          file: isSame ? earlier?.file ?? SourceFile(path: item.path, bytes: bytes.bytes) : SourceFile(path: item.path, bytes: bytes.bytes),
          stamp: isSettled ? item.stamp : nil)
      }
    }
    self.known = try read.map { (result) throws(DiskFailure) in try result.get() }
    folders = listing.folders
  }
}
