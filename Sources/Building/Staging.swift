import Synchronization

/// The folder in which a run puts its files before they take their places. It is there from the first file on, and so is the site's folder.
final class Staging: Sendable {
  static let name = ".decode-site-staging"

  private let site: String
  private var path: String { "\(site)/\(Self.name)" }
  /// The folders that were missing when the first file came, outermost first; nil before.
  private let made = Mutex<[String]?>(nil)
  /// Those that were made in it.
  private let folders = Mutex<Set<String>>([])

  /// - Parameter site: The site's folder.
  init(site: String) {
    self.site = site
  }

  /// Stages a file; on any core.
  ///
  /// - Parameter name: Relative to the staging folder, as those of the folders that it is in, which are there.
  /// - Returns: its stamp.
  @discardableResult
  func add(_ bytes: [UInt8], as name: String) throws(DiskFailure) -> FileStamp {
    try begin()
    return try Disk.create("\(path)/\(name)", bytes: bytes)
  }

  /// Makes the folders that hold a file, where they are missing; on any core.
  func makeFolders(of name: String) throws(DiskFailure) {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    try begin()
    let folder = String(name[..<slash])
    guard !folders.withLock({ $0.contains(folder) }) else { return }
    // Nobody waits for the disk: what another core has just made is made once more, to no effect.
    let missing = OutputPath.folders(of: name)
    for folder in missing { try Disk.makeFolderIfMissing("\(path)/\(folder)") }
    folders.withLock { $0.formUnion(missing) }
  }

  private func begin() throws(DiskFailure) {
    try made.withLock { (made) throws(DiskFailure) in
      guard made == nil else { return }
      made = try Self.makeFolders(upTo: site)
      try Disk.makeFolder(path)
    }
  }

  /// Moves a staged file, or a folder with all that is in it, to its place in the site.
  func place(_ name: String, at target: String) throws(DiskFailure) { try Disk.move("\(path)/\(name)", to: "\(site)/\(target)") }

  /// Removes the folder with what is left in it, perhaps by a run that was cut short.
  func clear() throws(DiskFailure) {
    switch try Disk.kind(of: path) {
    case .missing: return
    case .folder: break
    default: throw DiskFailure(path: path, message: "stands where our staging folder belongs: move it away")
    }
    try Disk.empty(path)
    try Disk.removeFolder(path)
  }

  /// Removes what staging made, and folders that were made for it.
  func undo() {
    try? clear()
    for path in (made.withLock(\.self) ?? []).reversed() { _ = try? Disk.removeFolder(path) }
  }

  /// - Returns: the folders that were missing, outermost first.
  private static func makeFolders(upTo path: String) throws(DiskFailure) -> [String] {
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
