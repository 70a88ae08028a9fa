/// What an entry's text reports: the cause itself, a program that wraps a cause, or only how something ended.
///
/// The order is the order of answers: a cause comes before a wrapper, a wrapper before an exit status.
public enum Role: String, Sendable, CaseIterable, Comparable {
  case cause
  case wrapper
  case exitStatus = "exit-status"

  public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

  package var rank: Int {
    switch self {
    case .cause: 0
    case .wrapper: 1
    case .exitStatus: 2
    }
  }
}

/// An operating system that a command is written for.
public enum System: String, Sendable, CaseIterable, Comparable {
  case linux
  case macos
  case windows

  public static func < (left: System, right: System) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// As its makers write it.
  public var title: String {
    switch self {
    case .linux: "Linux"
    case .macos: "macOS"
    case .windows: "Windows"
    }
  }

  /// The system this program was built for; nil on any other.
  public static var current: System? {
    #if os(Linux)
      .linux
    #elseif os(macOS)
      .macos
    #elseif os(Windows)
      .windows
    #else
      nil
    #endif
  }
}

/// What a command may do to the machine it runs on.
public enum Risk: String, Sendable, CaseIterable, Comparable {
  /// Reads only.
  case look
  /// Alters state.
  case change
  /// Can lose data.
  case destroy

  public static func < (left: Risk, right: Risk) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The language of a command fence. A fence in any other language is a snippet: nothing in it is filled.
public enum Shell: String, Sendable, CaseIterable {
  case sh
  case bash
  case powershell
  case cmd
}
