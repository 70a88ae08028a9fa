#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How a command's output reaches our own: through a terminal where ours is one, so that it keeps its colours, through pipes elsewhere.
struct CommandStreams {
  /// One way that output takes.
  struct Route {
    let source: Int32
    let target: Int32
    let isTerminal: Bool
  }

  private(set) var routes: [Route] = []
  /// Standard input, output and error of the command.
  private(set) var targets: [Spawn.Target] = [.inherited, .inherited, .inherited]
  /// The terminal that stands for ours.
  private(set) var terminal: PseudoTerminal?
  /// Whether what is typed is handed through: the command's terminal is its own, in a session of its own.
  private(set) var isInteractive = false
  /// Our copies of what the command writes to: closed once it has started, so that its end is seen.
  private var copies: [Int32] = []

  struct Failure: Error, CustomStringConvertible {
    let description = "no pipe is to be had: \(String(cString: strerror(errno)))"
  }

  /// - Parameter closed: The standard streams that were closed when we were started.
  init(closed: Set<Int32>) throws {
    let (output, errors) = (STDOUT_FILENO, STDERR_FILENO)
    // In a pipeline, or in the background, the keyboard belongs to others too: the command then reads it as it would without us.
    let isAlone = isatty(STDIN_FILENO) == 1 && isatty(output) == 1 && RawMode.isForeground(STDIN_FILENO)
    if let model = [output, errors].first(where: { isatty($0) == 1 }) {
      terminal = PseudoTerminal(like: model, translatesLineEnds: isAlone)
    }
    isInteractive = isAlone && terminal != nil
    if let terminal, isInteractive { targets[0] = .terminal(terminal.path) }
    for stream in [output, errors] {
      if closed.contains(stream) {
        targets[Int(stream)] = .closed
      } else if let terminal, isatty(stream) == 1 {
        targets[Int(stream)] = .descriptor(isInteractive ? STDIN_FILENO : terminal.commandSide)
        if !routes.contains(where: \.isTerminal) { routes.append(Route(source: terminal.ourSide, target: stream, isTerminal: true)) }
      } else if stream == errors, Self.areSame(output, errors), case .descriptor(let shared) = targets[1] {
        // Both go to one file: through one pipe they keep their order.
        targets[2] = .descriptor(shared)
      } else {
        targets[Int(stream)] = .descriptor(try pipe(to: stream))
      }
    }
    if closed.contains(STDIN_FILENO) { targets[0] = .closed }
    if let terminal { copies.append(terminal.commandSide) }
  }

  func closeCopies() { for copy in copies { close(copy) } }

  private mutating func pipe(to target: Int32) throws -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { throw Failure() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    routes.append(Route(source: ends[0], target: target, isTerminal: false))
    copies.append(ends[1])
    return ends[1]
  }

  /// Whether two descriptors lead to one file, pipe or terminal.
  static func areSame(_ first: Int32, _ second: Int32) -> Bool {
    var (one, other) = (stat(), stat())
    return fstat(first, &one) == 0 && fstat(second, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Puts the null device where a standard stream is closed, so that nothing else gets its number.
  ///
  /// - Returns: the streams that were closed.
  static func reserveStandardStreams() -> Set<Int32> {
    var closed: Set<Int32> = []
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      closed.insert(stream)
      _ = open("/dev/null", O_RDWR)
    }
    return closed
  }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
