#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A terminal for a command to write to, as large as ours and with the same settings.
struct PseudoTerminal {
  /// What the command prints comes out here, and what is written here it reads.
  let ourSide: Int32
  /// The command's side, as a path and open, so that it stays until the command has it.
  let path: String
  let commandSide: Int32

  /// - Parameters:
  ///   - model: Our own terminal.
  ///   - translatesLineEnds: Whether it makes CR LF of LF; our own terminal does, unless it is in raw mode.
  /// - Returns: nil when the system has no terminal left.
  init?(like model: Int32, translatesLineEnds: Bool) {
    var (ours, commands): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 1024)
    guard openpty(&ours, &commands, &name, nil, nil) == 0 else { return nil }
    (ourSide, commandSide) = (ours, commands)
    path = name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    for descriptor in [ourSide, commandSide] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ourSide, F_SETFL, O_NONBLOCK)
    var settings = termios()
    if tcgetattr(model, &settings) == 0 {
      if !translatesLineEnds { settings.c_oflag &= ~tcflag_t(OPOST) }
      tcsetattr(commandSide, TCSANOW, &settings)
    }
    copySize(of: model)
  }

  /// Takes over a terminal's size; the command's foreground learns of it.
  func copySize(of model: Int32) {
    var size = winsize()
    if ioctl(model, UInt(TIOCGWINSZ), &size) == 0 { _ = ioctl(ourSide, UInt(TIOCSWINSZ), &size) }
  }

  /// Whether a byte that is typed now stops the command itself, and not another job of a shell in there.
  func stops(on byte: UInt8, command: pid_t) -> Bool {
    var settings = termios()
    guard tcgetattr(ourSide, &settings) == 0, settings.c_lflag & tcflag_t(ISIG) != 0 else { return false }
    let stopping = withUnsafeBytes(of: settings.c_cc) { $0[Int(VSUSP)] }
    return byte == stopping && tcgetpgrp(ourSide) == command
  }
}
