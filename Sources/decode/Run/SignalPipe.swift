#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Signals as data: each that arrives can be read from a descriptor, so that one `poll` waits for them and for everything else.
enum SignalPipe {
  struct Arrival {
    let signal: Int32
    /// Whether a terminal sent it, to every process of the foreground.
    let isFromTerminal: Bool
  }

  /// What a person or a supervisor sends to a program that runs.
  static let forwarded = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2]

  // A handler may do next to nothing; it needs these two where it can reach them.
  nonisolated(unsafe) private static var readEnd: Int32 = -1
  nonisolated(unsafe) private static var writeEnd: Int32 = -1

  /// Catches the signals; those that are ignored, as `nohup` does, stay ignored, but for the one that tells of a command's end.
  ///
  /// - Returns: the descriptor to wait at, and the mask of blocked signals that we were started with; nil when there are no
  ///   descriptors left.
  static func open() -> (descriptor: Int32, formerMask: sigset_t)? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
    // Who started us may have blocked them, and then nothing would arrive.
    var mask = sigset_t()
    var former = sigset_t()
    sigemptyset(&mask)
    for signal in forwarded + [SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD] where signal == SIGCHLD || !isIgnored(signal) {
      catchSignal(signal)
      sigaddset(&mask, signal)
    }
    sigprocmask(SIG_UNBLOCK, &mask, &former)
    return (readEnd, former)
  }

  /// What has arrived since it was asked last, in order.
  static func arrivals() -> [Arrival] {
    var arrivals: [Arrival] = []
    var bytes: [UInt8] = [0, 0]
    while read(readEnd, &bytes, 2) == 2 { arrivals.append(Arrival(signal: Int32(bytes[0]), isFromTerminal: bytes[1] == 1)) }
    return arrivals
  }

  /// Stops this process as if nothing caught the signal, and returns when it is continued.
  static func stop() {
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    catchSignal(SIGTSTP)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      return unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #elseif canImport(Glibc)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #else
      return unsafeBitCast(action.__sa_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #endif
  }

  private static func catchSignal(_ signal: Int32) {
    var action = sigaction()
    let handler: @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void = { signal, information, _ in
      let code = errno
      var bytes = (UInt8(truncatingIfNeeded: signal), SignalPipe.isFromTerminal(information) ? UInt8(1) : 0)
      _ = write(SignalPipe.writeEnd, &bytes, 2)
      errno = code
    }
    #if canImport(Darwin)
      action.__sigaction_u.__sa_sigaction = handler
    #elseif canImport(Glibc)
      action.__sigaction_handler.sa_sigaction = handler
    #else
      action.__sa_handler.sa_sigaction = handler
    #endif
    action.sa_flags = Int32(SA_SIGINFO)
    sigaction(signal, &action, nil)
  }

  private static func isFromTerminal(_ information: UnsafeMutablePointer<siginfo_t>?) -> Bool {
    guard let information else { return false }
    #if canImport(Darwin)
      return information.pointee.si_pid == 0
    #else
      // SI_KERNEL, which is no name here. A sender in another container has no process number either, but another code.
      return information.pointee.si_code == 0x80
    #endif
  }
}
