import Foundation

extension Program {
  /// Runs the program with its standard output, or all three streams, on a terminal of its own.
  ///
  /// - Parameters:
  ///   - input: What standard input holds; with `isTyped`, what is typed on the terminal instead.
  ///   - isOwn: Whether the terminal is the program's own, as in a window: Ctrl-C ends what runs there.
  /// - Returns: what the terminal shows, its line ends as `\n`.
  func runOnTerminal(
    _ arguments: [String], input: [UInt8] = [], isTyped: Bool = false, isOwn: Bool = false, environment: [String: String?] = [:]
  ) async throws -> Run {
    let streams = try TemporaryFolder()
    try streams.put(input, at: "stdin")
    let terminal = try PseudoTerminal()
    let shownTo = ChildProcess.Stream.descriptor(terminal.programSide.fileDescriptor)
    let process = try start(
      arguments, environment: environment,
      streams: [isOwn ? .terminal(terminal.path) : isTyped ? shownTo : .file(streams.path("stdin")), shownTo, shownTo])
    if isTyped { try terminal.ourSide.write(contentsOf: Data(input)) }
    async let shown = terminal.shown()
    let status = try await process.status(within: 300)
    try terminal.programSide.close()
    return Run(status: status, output: await shown)
  }
}

/// A pair of connected descriptors, of which one is a terminal.
private struct PseudoTerminal: Sendable {
  let ourSide: FileHandle
  let programSide: FileHandle
  let path: String

  init() throws {
    var (ours, programs): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 1024)
    guard openpty(&ours, &programs, &name, nil, nil) == 0 else {
      throw Program.Missing(what: "a pseudo-terminal, and the system gives none: \(String(cString: strerror(errno)))")
    }
    for descriptor in [ours, programs] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    path = name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    ourSide = FileHandle(fileDescriptor: ours, closeOnDealloc: true)
    programSide = FileHandle(fileDescriptor: programs, closeOnDealloc: true)
  }

  /// Everything that is shown until the last program has let go of the terminal.
  func shown() async -> String {
    let descriptor = ourSide.fileDescriptor
    let bytes: [UInt8] = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
          let count = read(descriptor, &chunk, chunk.count)
          if count < 0, errno == EINTR { continue }
          // Linux reports the end as an error.
          if count <= 0 { break }
          bytes += chunk[..<count]
        }
        continuation.resume(returning: bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}
