#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is typed, handed through to a command's own terminal.
struct Keyboard {
  private let terminal: PseudoTerminal
  private var mode = RawMode(descriptor: STDIN_FILENO)
  /// Typed, and not yet taken by the command.
  private var pending: [UInt8] = []
  private(set) var isOpen = false
  private var hasEnded = false
  /// Whether Ctrl-C or its like was typed last.
  private(set) var hasInterrupted = false

  init(terminal: PseudoTerminal) { self.terminal = terminal }

  /// Takes the keyboard when this process is in the foreground.
  mutating func open() {
    if !isOpen, !hasEnded { isOpen = mode.enter() }
  }

  /// Gives it back as it was.
  mutating func close() {
    mode.leave()
    isOpen = false
  }

  /// Takes it again after somebody else had it.
  mutating func reopen() {
    mode.forget()
    isOpen = false
    open()
  }

  /// Waits for the command to take what is pending, else for more to be typed.
  var wait: pollfd {
    pending.isEmpty
      ? pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      : pollfd(fd: terminal.ourSide, events: Int16(POLLOUT), revents: 0)
  }

  /// Reads what is typed, or hands on what is pending.
  ///
  /// - Returns: whether what was typed stops the command.
  mutating func pass(stopping command: pid_t) -> Bool {
    if pending.isEmpty {
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return false }
      guard count > 0 else {
        hasEnded = true
        isOpen = false
        return false
      }
      pending = Array(bytes[..<count])
      // ETX and FS: Ctrl-C and Ctrl-\.
      hasInterrupted = pending.contains { $0 == 0x03 || $0 == 0x1C }
    }
    let isStop = pending.last.map { terminal.stops(on: $0, command: command) } ?? false
    let count = write(terminal.ourSide, pending, pending.count)
    if count > 0 { pending.removeFirst(count) }
    if count < 0, errno != EINTR, errno != EAGAIN { pending = [] }
    return isStop && pending.isEmpty
  }
}
