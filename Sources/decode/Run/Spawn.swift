#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#endif

/// Starts a program, found as a shell finds it, without a shell.
struct Spawn {
  /// Why a program did not start, in words for who typed its name.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    /// 127 when there is no such program, 126 when there is one that cannot be executed, as shells have it.
    let status: Int32
  }

  /// Where one of the program's three streams goes.
  enum Target {
    case inherited
    /// Closed, as ours is.
    case closed
    case descriptor(Int32)
    /// The terminal that becomes the program's own, in a session of its own.
    case terminal(String)
  }

  let command: [String]
  /// Standard input, output and error.
  let targets: [Target]
  /// Signals that we ignore and that the program shall not.
  let resetSignals: [Int32]
  /// Signals that the program is started with blocked.
  let mask: sigset_t

  #if canImport(Darwin)
    private static let inSessionOfItsOwn = Int32(POSIX_SPAWN_SETSID)
  #else
    // POSIX_SPAWN_SETSID, which headers show to GNU programs only.
    private static let inSessionOfItsOwn: Int32 = 0x80
  #endif

  func start() throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    for (number, target) in targets.enumerated() {
      switch target {
      case .inherited: break
      case .closed: posix_spawn_file_actions_addclose(&actions, Int32(number))
      case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      case .terminal(let path):
        flags |= Self.inSessionOfItsOwn
        posix_spawn_file_actions_addopen(&actions, Int32(number), path, O_RDWR, 0)
      }
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in resetSignals { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var mask = mask
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var identifier: pid_t = 0
    let code = posix_spawnp(&identifier, command[0], &actions, &attributes, &words, environ)
    guard code == 0 else { throw failure(code) }
    return identifier
  }

  private func failure(_ code: Int32) -> Failure {
    let name = command[0]
    let hint = ArgumentSplit.holdsBlank(name) ? " The command's words go apart: decode run -- npm start" : ""
    switch code {
    case ENOENT where name.contains("/") && access(name, F_OK) != 0:
      return Failure(description: "\(name): there is no such file.\(hint)", status: 127)
    case ENOENT where !name.contains("/") && !isOnPath(name):
      let text = command.count > 2 ? " To decode text that begins with run, put it in quotes: decode 'run …'" : ""
      return Failure(description: "\(name): no folder of PATH holds such a command.\(hint.isEmpty ? text : hint)", status: 127)
    case ENOENT:
      return Failure(description: "\(name): the interpreter that its first line names is not there.", status: 126)
    case ENOTDIR:
      return Failure(description: "\(name): there is no such file.", status: 127)
    case EACCES where isFolder(name):
      return Failure(description: "\(name): is a folder.", status: 126)
    case EACCES:
      return Failure(description: "\(name): is not executable, or not for you. Try: chmod +x \(name)", status: 126)
    case ENOEXEC:
      return Failure(
        description: "\(name): is no program for this machine. A script needs a first line such as #!/bin/sh.", status: 126)
    default:
      return Failure(description: "\(name): \(String(cString: strerror(code)))", status: 126)
    }
  }

  private func isOnPath(_ name: String) -> Bool {
    let path = Stream.environment("PATH") ?? "/usr/bin:/bin"
    return path.split(separator: ":", omittingEmptySubsequences: false).contains { access("\($0.isEmpty ? "." : $0)/\(name)", F_OK) == 0 }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
