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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(descriptor) }
    return try read(descriptor, path: path)
  }

  private static func read(_ descriptor: Int32, path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = 1 << 16
    while true {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        let result = systemRead(descriptor, buffer.baseAddress, chunk)
        code = result < 0 ? errno : 0
        count = max(0, result)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw Failure(path: path, code: code) }
      if part.isEmpty { return bytes }
      guard bytes.count + part.count <= limit else { throw TooLarge(path: path) }
      bytes += part
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }
