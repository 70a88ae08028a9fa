import Foundation

/// What a user ends a program with: Ctrl-C, or a plain `kill`. They wait until somebody waits for them.
struct EndSignals: Sendable {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  private var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in Self.numbers { sigaddset(&set, number) }
    return set
  }

  /// Comes before any other thread is made, which would take the signals otherwise.
  init() {
    // A shell lets programs in the background ignore them.
    for number in Self.numbers { signal(number, SIG_DFL) }
    var set = set
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  func wait() {
    var set = set
    var number: Int32 = 0
    while sigwait(&set, &number) != 0 {}
  }

  /// As if the user had ended the program.
  func raise() { kill(getpid(), SIGTERM) }
}
