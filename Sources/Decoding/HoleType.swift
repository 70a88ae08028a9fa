/// What a hole may take.
public enum HoleType: String, Sendable, CaseIterable {
  case port, int, hex, pid, ip, host, path, url, word, quoted, ident, module, package, image, version, user, code, rest

  /// Whether a value of this type holds nothing that any shell reads as more than a plain word, so that it may stand
  /// between quotes a writer wrote.
  public var isSafeInsideQuotes: Bool {
    switch self {
    case .port, .int, .pid, .hex, .ip: true
    default: false
    }
  }

  /// Whether a value of this type may be put into a command that can lose data.
  public var isAllowedInDestroy: Bool {
    switch self {
    case .port, .pid, .int: true
    default: false
    }
  }
}
