#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads the text to decode.
enum Input {
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    var description: String {
      code == EISDIR ? "\(path): is a directory; name a file in it" : "\(path): \(String(cString: strerror(code)))"
    }
  }

  /// An index is no larger than this.
  private static let limit = 1 << 30

  struct TooLarge: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path): is larger than a gigabyte, and no index" }
  }

  /// Hands over a file, or standard input when there is none, part by part.
  static func read(file: String?, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard let file, file != "-" else {
      if isatty(STDIN_FILENO) == 1 { Stream.standardError.write("Paste the error, then press Ctrl-D on a line of its own.\n") }
      return try read(STDIN_FILENO, path: "standard input", take)
    }
    let descriptor = try openFile(file)
    defer { close(descriptor) }
    try read(descriptor, path: file, take)
  }

  /// A file, or standard input when there is none, to be read in parts.
  static func open(file: String?) throws -> Int32 {
    guard let file, file != "-" else { return STDIN_FILENO }
    return try openFile(file)
  }

  private static func openFile(_ path: String) throws -> Int32 {
    let descriptor = systemOpen(path)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    return descriptor
  }

  /// The whole of a file.
  static func read(path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try read(file: path) { part in
      guard bytes.count + part.count <= limit else { throw TooLarge(path: path) }
      bytes += part
    }
    return bytes
  }

  /// The whole of a text; its end when it is longer than 64 MiB.
  static func readText(file: String?) throws -> [UInt8] {
    let limit = 64 << 20
    var bytes: [UInt8] = []
    try read(file: file) { part in
      bytes += part
      if bytes.count > 2 * limit { bytes.removeFirst(bytes.count - limit) }
    }
    return bytes.count > limit ? Array(bytes.suffix(limit)) : bytes
  }

  /// Hands over what can be read from a descriptor, part by part.
  static func read(_ descriptor: Int32, path: String, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    let part = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    defer { part.deallocate() }
    while true {
      let count = systemRead(descriptor, part.baseAddress, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(path: path, code: errno) }
      guard count > 0 else { return }
      try take(UnsafeBufferPointer(rebasing: part[..<count]))
    }
  }

  /// What can be read now, or when something can; empty at the end.
  static func chunk(from descriptor: Int32, path: String) throws -> [UInt8] {
    let size = 1 << 16
    while true {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let result = systemRead(descriptor, buffer.baseAddress, size)
        code = result < 0 ? errno : 0
        count = max(0, result)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw Failure(path: path, code: code) }
      return part
    }
  }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }
