import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where a decoded text came from.
enum TextPlace: Equatable {
  case arguments
  case standardInput
  case file(String)
  /// What a command printed.
  case output

  var name: String {
    switch self {
    case .arguments: "command line"
    case .standardInput: "standard input"
    case .file(let path): path
    case .output: "output"
    }
  }

  /// A file's address: relative to the working folder where it is in there. Nil for what is no file.
  var uri: String? {
    guard case .file(let path) = self else { return nil }
    let folder = getcwd(nil, 0).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    guard path.hasPrefix("/") else { return Self.encoded(path.hasPrefix("./") ? String(path.dropFirst(2)) : path, isRelative: true) }
    if let folder, path.hasPrefix(folder + "/") { return Self.encoded(String(path.dropFirst(folder.count + 1)), isRelative: true) }
    return "file://" + Self.encoded(path, isRelative: false)
  }

  private static func encoded(_ path: String, isRelative: Bool) -> String {
    let text = path.unicodeScalars.map { scalar in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/-._~".unicodeScalars.contains(scalar))
      return isPlain ? String(scalar) : scalar.percentEncoded
    }.joined()
    return isRelative && text.hasPrefix("/") ? "." + text : text
  }
}
