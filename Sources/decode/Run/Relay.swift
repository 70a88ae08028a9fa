#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Stands between a command and our own streams until it ends: output, keyboard and signals go through, the end of the output is kept.
struct Relay {
  /// How a command ended, and what it has printed.
  struct Outcome {
    enum Ending {
      case status(Int32)
      case signal(Int32)
    }

    var ending = Ending.status(0)
    /// Whether somebody asked for the end, with Ctrl-C or a signal to us.
    var wasAskedFor = false
    /// Whether nobody reads our output any more, as behind `| head`.
    var lostReader = false
    var tail = TailBuffer(capacity: 4 << 20)
    /// The last byte that went to each stream.
    var lastBytes: [Int32: UInt8] = [:]
  }

  private let command: pid_t
  private var routes: [CommandStreams.Route]
  private let terminal: PseudoTerminal?
  private let signals: Int32
  private var keyboard: Keyboard?
  private var outcome = Outcome()
  private var hasEnded = false
  /// Targets that take nothing any more.
  private var broken: Set<Int32> = []

  init(command: pid_t, streams: CommandStreams, signals: Int32) {
    (self.command, self.signals) = (command, signals)
    (routes, terminal) = (streams.routes, streams.terminal)
    if let terminal, streams.isInteractive { keyboard = Keyboard(terminal: terminal) }
  }

  /// Runs to the command's end, and a little longer for what it left in its pipes.
  mutating func run() -> Outcome {
    keyboard?.open()
    var deadline: UInt64?
    while !hasEnded || !routes.isEmpty {
      if hasEnded, deadline == nil { deadline = Self.milliseconds() + 1000 }
      // A process that the command leaves behind may hold its output open for ever.
      if let deadline, Self.milliseconds() > deadline { break }
      // What it wrote last may come after the news of its end.
      let hadEnded = hasEnded
      let isQuiet = !step(timeout: hasEnded ? 100 : keyboard?.isOpen == false ? 500 : -1)
      if hadEnded, isQuiet { break }
      if !hasEnded { keyboard?.open() }
    }
    keyboard?.close()
    return outcome
  }

  /// Waits for anything to happen and deals with it.
  ///
  /// - Returns: whether anything did.
  @discardableResult
  private mutating func step(timeout: Int32) -> Bool {
    var waits = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
    waits += routes.map { pollfd(fd: $0.source, events: Int16(POLLIN), revents: 0) }
    let isTypedFor = !hasEnded && keyboard?.isOpen == true
    if let keyboard, isTypedFor { waits.append(keyboard.wait) }
    guard poll(&waits, nfds_t(waits.count), timeout) > 0 else { return false }
    if waits[0].revents != 0 { handleSignals() }
    for (route, wait) in zip(routes, waits.dropFirst()) where wait.revents != 0 { pass(route) }
    if isTypedFor, waits[waits.count - 1].revents != 0, keyboard?.pass(stopping: command) == true { suspend() }
    return true
  }

  // MARK: Output

  private mutating func pass(_ route: CommandStreams.Route) {
    let size = 1 << 16
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let result = systemRead(route.source, buffer.baseAddress, size)
      code = result < 0 ? errno : 0
      count = max(0, result)
    }
    if code == EINTR || code == EAGAIN { return }
    // A terminal that the last process has let go of reports an error on Linux.
    guard code == 0, let last = bytes.last else {
      end(route)
      return
    }
    outcome.tail.append(bytes[...])
    outcome.lastBytes[route.target] = last
    if !broken.contains(route.target), !write(bytes, to: route.target) {
      broken.insert(route.target)
      // Without us the command would learn that nobody reads; a terminal has no way to tell.
      if !route.isTerminal { end(route) }
      outcome.lostReader = true
    }
  }

  private mutating func end(_ route: CommandStreams.Route) {
    close(route.source)
    routes.removeAll { $0.source == route.source }
  }

  /// Writes everything, and hears signals while the reader is slow.
  private mutating func write(_ bytes: [UInt8], to target: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      var waits = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0), pollfd(fd: target, events: Int16(POLLOUT), revents: 0)]
      guard poll(&waits, 2, -1) > 0 else { continue }
      if waits[0].revents != 0 { handleSignals() }
      guard waits[1].revents != 0 else { continue }
      // A pipe that can be written to takes 4096 bytes without waiting.
      let part = bytes[offset..<min(bytes.count, offset + 4096)]
      let count = part.withUnsafeBytes { systemWrite(target, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR, errno != EAGAIN { return false }
      offset += max(0, count)
    }
    return true
  }

  // MARK: Signals and the end

  private mutating func handleSignals() {
    for arrival in SignalPipe.arrivals() {
      switch arrival.signal {
      case SIGCHLD: reap()
      case SIGWINCH:
        terminal?.copySize(of: isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : STDERR_FILENO)
        // It was told by its terminal before that one had the new size.
        if keyboard == nil { send(SIGWINCH) }
      case SIGTSTP:
        if !arrival.isFromTerminal { send(SIGTSTP) }
        suspend()
      case SIGCONT:
        keyboard?.reopen()
        if let terminal, keyboard != nil { terminal.copySize(of: STDIN_FILENO) }
        send(SIGCONT)
      default:
        outcome.wasAskedFor = outcome.wasAskedFor || [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(arrival.signal)
        // What a terminal sends reaches all of its foreground, the command too.
        if !arrival.isFromTerminal || keyboard != nil { send(arrival.signal) }
      }
    }
  }

  private func send(_ signal: Int32) {
    guard !hasEnded else { return }
    kill(command, signal)
  }

  private mutating func reap() {
    var status: Int32 = 0
    guard !hasEnded, waitpid(command, &status, WNOHANG) == command else { return }
    hasEnded = true
    let signal = status & 0x7F
    outcome.ending = signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    if keyboard?.hasInterrupted == true { outcome.wasAskedFor = true }
  }

  /// Stops the command and us, as Ctrl-Z does without us between them, until somebody continues us.
  private mutating func suspend() {
    if keyboard != nil, !hasEnded {
      // Time to set its terminal right; a session of its own has nobody who stops it.
      step(timeout: 50)
      kill(-command, SIGSTOP)
    }
    keyboard?.close()
    SignalPipe.stop()
    keyboard?.open()
    if let terminal { terminal.copySize(of: STDOUT_FILENO) }
    if !hasEnded { kill(keyboard == nil ? command : -command, SIGCONT) }
  }

  private static func milliseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { write(descriptor, buffer, count) }
