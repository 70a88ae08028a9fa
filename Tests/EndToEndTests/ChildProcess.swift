import Foundation
import Synchronization

/// A process of ours, from its start to its end.
///
/// Not Foundation's `Process`, which on Linux now and then misses the end of a process that ends at once.
final class ChildProcess: Sendable {
  /// Where one of the three streams comes from or goes to.
  enum Stream {
    case file(String)
    /// An open descriptor; it stays the caller's.
    case descriptor(Int32)
    /// The terminal that the process has for itself, in a session of its own.
    case terminal(String)
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let path: String
  private let identifier: pid_t
  private let isRunning = Mutex(true)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - streams: Standard input, output and error; files exist already.
  ///   - folder: Where it works; nil for where we do.
  init(_ path: String, arguments: [String], environment: [String: String], streams: [Stream], folder: String?) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      let session = Int32(POSIX_SPAWN_SETSID)
    #else
      var attributes = posix_spawnattr_t()
      let session: Int32 = 0x80
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The thread that we are on may have signals blocked.
    var flags = Int32(POSIX_SPAWN_SETSIGMASK)
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    for (number, stream) in streams.enumerated() {
      switch stream {
      case .terminal(let path):
        flags |= session
        posix_spawn_file_actions_addopen(&actions, Int32(number), path, O_RDWR, 0)
      case .file(let path): posix_spawn_file_actions_addopen(&actions, Int32(number), path, number == 0 ? O_RDONLY : O_WRONLY, 0)
      case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      }
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    // A shell changes the folder, as the call that does is not to be had everywhere.
    let command = folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0, path] } ?? [path]
    var words = (command + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, command[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(description: "\(path) does not start: \(String(cString: strerror(code)))") }
    (self.path, self.identifier) = (path, identifier)
  }

  /// What Ctrl-C does, for this process alone.
  func interrupt() { isRunning.withLock { if $0 { _ = kill(identifier, SIGINT) } } }

  /// Waits for the end.
  ///
  /// - Parameter limit: In seconds; a process that takes longer is killed.
  /// - Returns: the exit status; 128 and the signal's number for a process that a signal ended.
  /// - Throws: when the limit is reached.
  func status(within limit: TimeInterval) async throws -> Int32 {
    let hasTimedOut = Mutex(false)
    let watchdog = DispatchWorkItem { [self] in
      isRunning.withLock { isRunning in
        guard isRunning else { return }
        hasTimedOut.withLock { $0 = true }
        kill(identifier, SIGKILL)
      }
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: watchdog)
    let status = await withCheckedContinuation { continuation in
      Thread.detachNewThread { [self] in continuation.resume(returning: wait()) }
    }
    watchdog.cancel()
    if hasTimedOut.withLock({ $0 }) { throw Failure(description: "\(path) took longer than \(Int(limit)) seconds") }
    return status
  }

  private func wait() -> Int32 {
    // Until it is reaped nothing else can have its number, so the watchdog never hits another.
    var information = siginfo_t()
    while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return isRunning.withLock { isRunning in
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      isRunning = false
      let signal = status & 0x7F
      return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
  }
}
