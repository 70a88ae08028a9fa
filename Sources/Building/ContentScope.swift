/// Which files of a content folder are asked about.
public struct ContentScope: Sendable, Equatable {
  /// Relative to the folder; nil stands for all.
  private let paths: [String]?

  /// - Parameter paths: Files and folders as they were typed; none stands for the whole folder.
  /// - Throws: for a path that does not exist or lies outside of the folder.
  public init(_ paths: [String], in folder: String) throws(DiskFailure) {
    guard !paths.isEmpty else {
      self.paths = nil
      return
    }
    let root = try Disk.realPath(of: folder)
    var relative: [String] = []
    for path in paths {
      guard !path.isEmpty, try Disk.kind(of: path.withoutFinalSlash) != .missing else {
        throw DiskFailure(path: path, message: "there is no such file or folder")
      }
      let place = try Self.place(of: path.withoutFinalSlash)
      if place == root {
        self.paths = nil
        return
      }
      guard place.utf8.starts(with: "\(root)/".utf8) else { throw DiskFailure(path: path, message: "lies outside of \(folder)") }
      relative.append(String(decoding: place.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self))
    }
    self.paths = relative
  }

  /// Whether a file of the folder is asked about.
  public func holds(_ path: String) -> Bool {
    guard let paths else { return true }
    return paths.contains { path == $0 || path.utf8.starts(with: "\($0)/".utf8) }
  }

  /// Without links in the folders above it; the last name may be a link of the content's own.
  private static func place(of path: String) throws(DiskFailure) -> String {
    var parts = path.pathParts
    guard let name = parts.popLast(), !["", ".", ".."].contains(name) else { return try Disk.realPath(of: path) }
    let parent = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    let real = try Disk.realPath(of: parent)
    return real == "/" ? "/\(name)" : "\(real)/\(name)"
  }
}
