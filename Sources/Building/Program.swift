#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs programs that are installed beside this one, and waits for them.
///
/// Each gets its arguments as they are, an empty standard input, and files for what it prints, so that none can block another.
enum Program {
  struct Result {
    let status: Int32
    let output: [UInt8]
  }

  /// Whether a program of that name stands in one of the folders of PATH.
  static func isInstalled(_ name: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// - Parameters:
  ///   - name: Looked for in the folders of PATH.
  ///   - input: The path of a file to read, instead of nothing.
  ///   - folder: Where the output is kept while the program runs.
  /// - Throws: when the program cannot be started.
  static func run(_ name: String, _ arguments: [String], input: String = "/dev/null", in folder: ScratchFolder) throws(DiskFailure)
    -> Result
  {
    let output = "\(folder.path)/output"
    var actions = FileActions()
    defer { actions.destroy() }
    actions.open(0, input, O_RDONLY)
    actions.open(1, output, O_WRONLY | O_CREAT | O_TRUNC)
    actions.open(2, "/dev/null", O_WRONLY)
    var arguments: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawnp(&process, name, &actions.actions, nil, &arguments, environ)
    guard code == 0 else { throw DiskFailure(path: name, message: String(cString: strerror(code))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // As WIFEXITED and WEXITSTATUS, which are macros.
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Result(status: exit, output: try Disk.bytes(of: output))
  }
}

/// What a new process finds open.
private struct FileActions {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif

  init() { posix_spawn_file_actions_init(&actions) }

  mutating func open(_ descriptor: Int32, _ path: String, _ flags: Int32) {
    posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
  }

  mutating func destroy() { posix_spawn_file_actions_destroy(&actions) }
}
