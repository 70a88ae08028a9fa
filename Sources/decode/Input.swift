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
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: file, code: errno) }
    defer { close(descriptor) }
    try read(descriptor, path: file, take)
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

  private static func read(_ descriptor: Int32, path: String, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
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
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }
