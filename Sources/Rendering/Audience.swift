import Decoding

/// For whom a command is, in words.
enum Audience {
  /// `Linux and macOS`; nil when it is for any system.
  static func text(systems: [System]) -> String? {
    let names = systems.map(\.title)
    guard let last = names.last else { return nil }
    return names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + last : last
  }

  /// The systems as scripts name them, separated by blanks.
  static func names(of systems: [System]) -> String { systems.map(\.rawValue).joined(separator: " ") }

  /// `PowerShell`; nil for a POSIX shell.
  static func name(of shell: Shell) -> String? {
    switch shell {
    case .sh, .bash: nil
    case .powershell: "PowerShell"
    case .cmd: "cmd"
    }
  }
}
