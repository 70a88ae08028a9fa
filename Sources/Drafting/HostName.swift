import Decoding

/// Names of machines as they stand in texts, told from files, classes and packages by their last label.
enum HostName {
  /// Whether a text is a name of two labels or more whose last is one that names of machines have.
  static func isPublicOrPrivate(_ text: String) -> Bool { isPublic(text) || isPrivate(text) }

  /// A name that leads to a machine of somebody's.
  static func isPublic(_ text: String) -> Bool { endsIn(publicLabels, text) }

  /// A name of a network of its own, or one that is reserved for examples.
  static func isPrivate(_ text: String) -> Bool { endsIn(privateLabels, text) }

  private static func endsIn(_ endings: Set<String>, _ text: String) -> Bool {
    let labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, endings.contains(String(last)), text.contains(where: \.isLetter) else { return false }
    // org.postgresql.util.PSQLException and System.IO are no machines.
    return labels.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { $0.isWordScalar || $0 == "-" } }
      && text.unicodeScalars.allSatisfy { !$0.isASCIIUppercase }
  }

  private static let publicLabels: Set<String> = [
    "com", "net", "org", "io", "dev", "app", "cloud", "co", "ai", "me", "info", "biz", "xyz", "tech", "online", "site", "uk", "de", "fr",
    "nl",
    "eu", "ca", "au", "br", "jp", "cn", "ru", "es", "se", "dk", "fi", "ch", "edu", "gov",
  ]

  private static let privateLabels: Set<String> = [
    "local", "localdomain", "internal", "lan", "home", "test", "example", "invalid", "svc", "corp",
  ]
}
