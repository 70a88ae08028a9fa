import Foundation

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder: Sendable {
  /// Without links in it, so that programs print the path as it stands here.
  let path: String

  init() throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = parent.appending(path: "end-to-end-\(UUID().uuidString)").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ relative: String) -> String { "\(path)/\(relative)" }

  func url(_ relative: String) -> URL { URL(filePath: path(relative)) }

  /// Writes a file and the folders above it.
  ///
  /// - Returns: its path.
  @discardableResult
  func put(_ bytes: some Sequence<UInt8>, at relative: String) throws -> String {
    try makeFolder((relative as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: url(relative))
    return path(relative)
  }

  func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: path(relative), withIntermediateDirectories: true)
  }

  /// Puts a copy of a file or folder here; links stay links.
  func copy(_ source: URL, to relative: String) throws {
    try makeFolder((relative as NSString).deletingLastPathComponent)
    try FileManager.default.copyItem(at: source, to: url(relative))
  }

  func text(at relative: String) throws -> String { String(decoding: try Data(contentsOf: url(relative)), as: UTF8.self) }

  func remove(_ relative: String) throws { try FileManager.default.removeItem(at: url(relative)) }

  func move(_ relative: String, to target: String) throws { try FileManager.default.moveItem(at: url(relative), to: url(target)) }

  /// Replaces what stands exactly once in a file.
  func edit(_ relative: String, replacing old: String, with new: String) throws {
    let parts = try text(at: relative).components(separatedBy: old)
    guard parts.count == 2 else { throw NotOnce(text: old, path: relative, count: parts.count - 1) }
    try put(parts.joined(separator: new).utf8, at: relative)
  }

  struct NotOnce: Error {
    let text: String
    let path: String
    let count: Int
  }

  /// Every file below `relative` with its bytes.
  func files(at relative: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for item in try FileManager.default.subpathsOfDirectory(atPath: path(relative)) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path("\(relative)/\(item)"), isDirectory: &isFolder)
      if !isFolder.boolValue { files[item] = try Data(contentsOf: url("\(relative)/\(item)")) }
    }
    return files
  }

  /// Inode and time of the last change of every file and folder below `relative`, and of `relative` itself.
  func stamps(at relative: String) throws -> [String: [String]] {
    var stamps: [String: [String]] = [:]
    for item in try FileManager.default.subpathsOfDirectory(atPath: path(relative)) + ["."] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path("\(relative)/\(item)"))
      stamps[item] = ["\(attributes[.systemFileNumber]!)", "\((attributes[.modificationDate] as! Date).timeIntervalSince1970)"]
    }
    return stamps
  }

  /// The writing end of a pipe whose only reader has gone.
  func closedPipe(named name: String) throws -> FileHandle {
    guard mkfifo(path(name), 0o600) == 0 else { throw POSIXError(.init(rawValue: errno)!) }
    let reader = open(path(name), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let writer = open(path(name), O_WRONLY | O_CLOEXEC)
    close(reader)
    guard writer >= 0 else { throw POSIXError(.init(rawValue: errno)!) }
    return FileHandle(fileDescriptor: writer, closeOnDealloc: true)
  }
}
