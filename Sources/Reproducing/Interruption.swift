import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Whether a person or a supervisor has told this program to end: what runs in sessions of their own must end with it.
package enum Interruption {
  private static let signal = Atomic<Int32>(0)

  /// Has the signals noted instead of ending the program at once; those that are ignored, as `nohup` does, stay ignored.
  package static func watch() {
    // Made now: a handler may not make anything.
    _ = signal.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let former = systemSignal(number) { Interruption.signal.store($0, ordering: .relaxed) }
      if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { _ = systemSignal(number, SIG_IGN) }
    }
  }

  static var isAskedFor: Bool { signal.load(ordering: .relaxed) != 0 }

  /// Ends the program by the signal that asked for it, so that who started us knows; returns when none did.
  package static func follow() {
    let number = signal.load(ordering: .relaxed)
    guard number != 0 else { return }
    _ = systemSignal(number, SIG_DFL)
    kill(getpid(), number)
  }
}

#if canImport(Darwin)
  private typealias Handler = sig_t
#else
  private typealias Handler = __sighandler_t
#endif

private func systemSignal(_ number: Int32, _ handler: Handler?) -> Handler? { signal(number, handler) }
