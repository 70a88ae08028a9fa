import Decoding

/// The forms of versions and of names that machines give.
enum Identifier {
  /// `1.2`, `v20.11.1`, `1.0.0-rc.1`.
  static func isVersion(_ text: String) -> Bool {
    let number = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...5).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return false }
    guard parts.prefix(2).allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
    return text.unicodeScalars.allSatisfy { $0.isWordScalar || ".-+~".unicodeScalars.contains($0) }
  }

  static func isDecimal(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  /// `14:33:13`, `14:33:13.123`.
  static func isClock(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[1].count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      }
  }

  static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.unicodeScalars.allSatisfy(\.isHexDigit) }
  }

  /// Hexadecimal digits behind `0x`, or seven and more with letters and digits among them.
  static func isHash(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    if text.hasPrefix("0x") { return scalars.count > 2 && scalars.dropFirst(2).allSatisfy(\.isHexDigit) }
    return scalars.count >= 7 && scalars.allSatisfy(\.isHexDigit) && scalars.contains(where: \.isDigit)
      && scalars.contains(where: \.isASCIILetter)
  }
}

/// What names of files end in.
enum FileEnding {
  static let all: Set<String> = [
    "js", "mjs", "cjs", "ts", "tsx", "jsx", "vue", "json", "py", "pyc", "rb", "go", "rs", "java", "kt", "scala", "php", "pl", "c", "h",
    "cc",
    "cpp", "hpp", "cs", "swift", "sh", "bash", "yml", "yaml", "toml", "ini", "conf", "cfg", "env", "xml", "html", "css", "scss", "sql",
    "log",
    "txt", "md", "lock", "so", "dll", "exe", "jar", "war", "sock", "pid", "service", "socket", "timer", "pem", "crt", "key", "csr", "tf",
    "gz",
    "tgz", "zip", "whl", "db", "sqlite", "node", "gradle", "properties", "dockerfile", "mod", "sum", "out", "bin", "rpm", "deb", "tar",
  ]
}
