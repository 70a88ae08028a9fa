import Decoding

/// For whom a command is, in words.
enum Audience {
  /// `Linux and macOS`, `Windows (PowerShell)`; nil when it is for any system and a POSIX shell.
  static func text(systems: [System], shell: Shell) -> String? {
    let names = systems.map(\.title)
    let shell = name(of: shell)
    guard let last = names.last else { return shell }
    let list = names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + last : last
    return shell.map { "\(list) (\($0))" } ?? list
  }

  /// The same where there is little room: the shell's name alone when it says the system, too.
  static func shortText(systems: [System], shell: Shell) -> String? {
    systems == [.windows] ? name(of: shell) : text(systems: systems, shell: shell)
  }

  /// What a screen reader calls the command.
  static func label(_ audience: String?) -> String { audience.map { "Command for \($0)" } ?? "Command" }

  /// The systems as scripts name them, separated by blanks.
  static func names(of systems: [System]) -> String { systems.map(\.rawValue).joined(separator: " ") }

  private static func name(of shell: Shell) -> String? {
    switch shell {
    case .sh, .bash: nil
    case .powershell: "PowerShell"
    case .cmd: "cmd"
    }
  }
}
