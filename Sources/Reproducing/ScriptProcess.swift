#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program in a session of its own, run to its end or to a limit; then whatever it has started is killed.
struct ScriptProcess {
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
    case timedOut
    /// It wrote more than anybody wants to read.
    case flooded
    /// We were told to end.
    case interrupted
  }

  struct Failure: Error { let message: String }

  /// In bytes, of each stream.
  private static let largestOutput = 16 << 20
  /// In milliseconds: between two looks at it, and what it has to clean up in once it is told to end.
  private static let (pause, grace): (UInt32, Int) = (20, 2000)

  /// The program's path and its arguments.
  let command: [String]
  let environment: [(name: String, value: String)]
  /// Files that exist already.
  let (output, errors): (String, String)
  /// In milliseconds.
  let limit: Int

  func run() throws(Failure) -> Ending {
    let identifier = try start()
    var ending: Ending?
    var waited = 0
    while ending == nil {
      if hasEnded(identifier) { break }
      if waited >= limit { ending = .timedOut }
      if Interruption.isAskedFor { ending = .interrupted }
      if size(of: output) > Self.largestOutput || size(of: errors) > Self.largestOutput { ending = .flooded }
      usleep(Self.pause * 1000)
      waited += Int(Self.pause)
    }
    if ending != nil {
      kill(-identifier, SIGTERM)
      var left = Self.grace
      while left > 0, !hasEnded(identifier) {
        usleep(Self.pause * 1000)
        left -= Int(Self.pause)
      }
    }
    // Until it is reaped no other session can have its number.
    kill(-identifier, SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    if let ending { return ending }
    return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  private func hasEnded(_ identifier: pid_t) -> Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT | WNOHANG) == 0 && information.si_signo == SIGCHLD
  }

  private func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private func start() throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let session = Int32(POSIX_SPAWN_SETSID)
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      // POSIX_SPAWN_SETSID, which headers show to GNU programs only.
      let session: Int32 = 0x80
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_APPEND, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_APPEND, 0)
    var (signals, mask) = (sigset_t(), sigset_t())
    sigemptyset(&mask)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(session | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)))
    var words = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.name)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, command[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(message: "\(command[0]): \(String(cString: strerror(code)))") }
    return identifier
  }
}
