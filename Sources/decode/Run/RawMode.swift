#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Our own terminal, handed through: what is typed goes to the command as it is, Ctrl-C included.
struct RawMode {
  let descriptor: Int32
  private var former = termios()
  private var isOn = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Whether this process may read from the terminal and set it; a job in the background may not.
  static func isForeground(_ descriptor: Int32) -> Bool { tcgetpgrp(descriptor) == getpgrp() }

  /// Turns it on where it is not, and may be.
  ///
  /// - Returns: whether it is on.
  mutating func enter() -> Bool {
    guard !isOn, Self.isForeground(descriptor), tcgetattr(descriptor, &former) == 0 else { return isOn }
    var raw = former
    cfmakeraw(&raw)
    isOn = tcsetattr(descriptor, TCSANOW, &raw) == 0
    return isOn
  }

  /// Sets the terminal as it was.
  mutating func leave() {
    guard isOn else { return }
    isOn = false
    tcsetattr(descriptor, TCSANOW, &former)
  }

  /// Forgets the mode: whoever stopped us has set the terminal for themselves.
  mutating func forget() { isOn = false }
}
