#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Standard output and standard error, without a buffer to forget.
struct Stream {
  static let standardOutput = Stream(descriptor: STDOUT_FILENO)
  static let standardError = Stream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes everything. A reader that has gone ends the program with success; any other failure ends it with 2.
  func write(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        if errno == EPIPE { Self.exit(0) }
        if descriptor == STDOUT_FILENO { Self.standardError.write("decode: standard output: \(String(cString: strerror(errno)))\n") }
        Self.exit(2)
      }
      offset += count
    }
  }

  /// A broken pipe is then an error of `write`, not a signal.
  ///
  /// - Returns: whether it was a signal before.
  static func ignoreBrokenPipes() -> Bool {
    unsafeBitCast(signal(SIGPIPE, SIG_IGN), to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func exit(_ status: Int32) -> Never { systemExit(status) }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { write(descriptor, buffer, count) }

private func systemExit(_ status: Int32) -> Never { exit(status) }
