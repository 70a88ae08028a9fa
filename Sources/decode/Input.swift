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

  /// More than a person pastes; all of it is held in memory.
  private static let limit = 256 << 20

  struct TooLarge: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path): is larger than 256 MiB; take the end of it: tail -c 10000000 FILE | decode" }
  }

  /// The whole of a file, or of standard input when there is none.
  static func read(file: String?) throws -> [UInt8] {
    guard let file, file != "-" else {
      if isatty(STDIN_FILENO) == 1 { Stream.standardError.write("Paste the error, then press Ctrl-D on a line of its own.\n") }
      return try read(STDIN_FILENO, path: "standard input")
    }
    return try read(path: file)
  }

  static func read(path: String) throws -> [UInt8] {
    let descriptor = try openFile(path)
    defer { close(descriptor) }
    return try read(descriptor, path: path)
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

  private static func read(_ descriptor: Int32, path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = try chunk(from: descriptor, path: path)
      if part.isEmpty { return bytes }
      guard bytes.count + part.count <= limit else { throw TooLarge(path: path) }
      bytes += part
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
