import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system calls this target makes. Each failure names its path and carries the system's own words.
enum Disk {
  /// What stands at a path; a link is not followed.
  enum Kind: Equatable {
    case missing, file, folder, link
    /// Neither file, folder nor link, in words: `a named pipe`.
    case special(String)
  }

  static func kind(of path: String) throws(DiskFailure) -> Kind { try state(of: path).kind }

  /// What stands at a path, and its stamp when that is a file.
  static func state(of path: String) throws(DiskFailure) -> (kind: Kind, stamp: FileStamp?) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return (.missing, nil) }
      throw failure(at: path)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: (.file, FileStamp(status))
    case S_IFDIR: (.folder, nil)
    case S_IFLNK: (.link, nil)
    case S_IFIFO: (.special("a named pipe"), nil)
    case S_IFSOCK: (.special("a socket"), nil)
    default: (.special("a device"), nil)
    }
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func names(in folder: String) throws(DiskFailure) -> [String] {
    guard let stream = opendir(folder) else { throw failure(at: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw DiskFailure(path: "\(folder)/\(String(decoding: bytes, as: UTF8.self))", message: "the name is not UTF-8: rename it")
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw failure(at: folder) }
    return names.sorted(by: String.precedesInBytes)
  }

  /// A regular file's bytes. Never waits: what is no regular file is refused, even when it took a file's place a moment ago.
  ///
  /// - Throws: for more than `limit` bytes, too.
  static func bytes(of path: String, limit: Int = .max) throws(DiskFailure) -> [UInt8] {
    try contents(of: path, limit: limit).bytes
  }

  /// A file's bytes, and its stamp from before they were read.
  static func contents(of path: String, limit: Int = .max) throws(DiskFailure) -> (bytes: [UInt8], stamp: FileStamp) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(at: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(at: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw DiskFailure(path: path, message: "is not a file") }
    // One byte more than there should be, so that the end shows at once; a file that grows meanwhile is read on.
    var room = min(Int(status.st_size), limit) + 1
    var bytes: [UInt8] = []
    while true {
      let part = try nextBytes(of: descriptor, count: room, path: path)
      bytes = bytes.isEmpty ? part : bytes + part
      guard bytes.count <= limit else { throw DiskFailure(path: path, message: "is larger than \(limit >> 20) MiB: take it out") }
      if part.count < room { return (bytes, FileStamp(status)) }
      room = 65_536
    }
  }

  /// The next bytes, fewer than `count` only at the end.
  private static func nextBytes(of descriptor: Int32, count: Int, path: String) throws(DiskFailure) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let step = read(descriptor, buffer.baseAddress! + filled, count - filled)
        if step < 0, errno == EINTR { continue }
        if step < 0 { failed = true }
        if step <= 0 { return }
        filled += step
      }
    }
    guard !failed else { throw failure(at: path) }
    return bytes
  }

  /// What a regular file begins with.
  static func firstBytes(of path: String, count: Int) throws(DiskFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(at: path) }
    defer { close(descriptor) }
    return try nextBytes(of: descriptor, count: count, path: path)
  }

  /// Writes a file that must not exist yet.
  ///
  /// - Returns: its stamp, which a move of the file itself changes.
  @discardableResult
  static func create(_ path: String, bytes: [UInt8]) throws(DiskFailure) -> FileStamp {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(at: path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let failure = failure(at: path)
        close(descriptor)
        throw failure
      }
      written += count
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    // Some file systems report a full disk only here.
    guard close(descriptor) == 0, isKnown else { throw failure(at: path) }
    return FileStamp(status)
  }

  /// Takes the place of what stands at `target`, in one step.
  static func move(_ path: String, to target: String) throws(DiskFailure) {
    guard rename(path, target) == 0 else { throw failure(at: target) }
  }

  /// Gives a file the permissions of another.
  static func copyMode(of path: String, to target: String) throws(DiskFailure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(at: path) }
    guard chmod(target, status.st_mode & 0o7777) == 0 else { throw failure(at: target) }
  }

  static func makeFolder(_ path: String) throws(DiskFailure) {
    guard mkdir(path, 0o777) == 0 else { throw failure(at: path) }
  }

  static func makeFolderIfMissing(_ path: String) throws(DiskFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(at: path) }
  }

  static func removeFile(_ path: String) throws(DiskFailure) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure(at: path) }
  }

  /// - Returns: false when the folder is not empty, or is none.
  @discardableResult
  static func removeFolder(_ path: String) throws(DiskFailure) -> Bool {
    if rmdir(path) == 0 { return true }
    guard [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR].contains(errno) else { throw failure(at: path) }
    return false
  }

  /// Removes all that a folder holds; a link's target stays.
  static func empty(_ folder: String) throws(DiskFailure) {
    for name in try names(in: folder) {
      let path = "\(folder)/\(name)"
      guard try kind(of: path) == .folder else {
        try removeFile(path)
        continue
      }
      try empty(path)
      try removeFolder(path)
    }
  }

  /// The path without links, `.` and `..`. What does not exist yet keeps its name behind its nearest folder's real path.
  static func realPath(of path: String) throws(DiskFailure) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard errno == ENOENT else { throw failure(at: path) }
    var parts = path.withoutFinalSlash.pathParts
    guard let name = parts.popLast(), !["", ".", ".."].contains(name) else { throw failure(at: path) }
    let parent = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    let resolvedParent = try realPath(of: parent)
    return resolvedParent == "/" ? "/\(name)" : "\(resolvedParent)/\(name)"
  }

  private static func failure(at path: String) -> DiskFailure {
    DiskFailure(path: path, message: String(cString: strerror(errno)))
  }
}
