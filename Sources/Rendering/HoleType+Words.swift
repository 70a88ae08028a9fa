import Decoding

extension HoleType {
  /// What stands in such a hole, for a reader.
  var words: String {
    switch self {
    case .port: "a port number"
    case .int: "a number"
    case .hex: "a hexadecimal number"
    case .pid: "the number of a process"
    case .ip: "an IP address"
    case .host: "a host name or an IP address"
    case .path: "a path"
    case .url: "a URL"
    case .ident: "a name in code"
    case .module: "a module's name"
    case .package: "a package's name"
    case .image: "a container image"
    case .version: "a version"
    case .user: "a user's name"
    case .code: "a code"
    case .word, .quoted, .rest: "text that varies"
    }
  }
}
