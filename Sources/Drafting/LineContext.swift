import Decoding

/// What the words around a value say of it.
enum LineContext {
  typealias Name = (name: String, type: HoleType)

  /// Names that captures bear wherever they fit, by the word before the value.
  private static let names: [String: Name] = [
    "user": ("user", .user), "username": ("user", .user), "role": ("role", .quoted), "owner": ("user", .user),
    "database": ("database", .quoted), "db": ("database", .quoted), "dbname": ("database", .quoted), "schema": ("schema", .quoted),
    "table": ("table", .quoted), "relation": ("table", .quoted), "column": ("column", .quoted), "constraint": ("constraint", .quoted),
    "host": ("host", .quoted), "hostname": ("host", .quoted), "server": ("host", .quoted), "module": ("module", .module),
    "named": ("module", .module), "package": ("package", .package), "dependency": ("package", .package),
    "image": ("image", .image), "repository": ("image", .image), "container": ("container", .quoted), "service": ("service", .quoted),
    "unit": ("unit", .quoted), "namespace": ("namespace", .quoted), "pod": ("pod", .quoted), "deployment": ("resource", .quoted),
    "resource": ("resource", .quoted), "file": ("path", .path), "directory": ("path", .path), "folder": ("path", .path),
    "open": ("path", .path), "stat": ("path", .path), "mkdir": ("path", .path), "unlink": ("path", .path), "scandir": ("path", .path),
    "command": ("command", .quoted), "executable": ("command", .quoted), "program": ("command", .quoted), "exec": ("command", .quoted),
    "version": ("version", .version), "network": ("network", .quoted), "volume": ("volume", .quoted), "key": ("key", .quoted),
    "variable": ("variable", .quoted), "property": ("property", .quoted), "function": ("function", .quoted), "option": ("option", .quoted),
    "branch": ("branch", .quoted), "ref": ("ref", .quoted), "path": ("path", .path), "plugin": ("plugin", .quoted),
    "type": ("type", .quoted),
  ]

  /// The name and type of a text in quotes.
  static func name(of text: String, behind words: [String]) -> Name {
    let isPath = text.contains("/") && !text.contains(" ") || text.contains("\\")
    for word in words.prefix(2) {
      guard let name = names[word] else { continue }
      return name.type == .path && !isPath && !text.contains(".") ? (name.name, .quoted) : name
    }
    return isPath && (text.hasPrefix("/") || text.hasPrefix(".")) ? ("path", .path) : ("name", .quoted)
  }

  /// The name and type of an unquoted value behind `user=`; nil behind other words.
  static func key(_ words: [String]) -> Name? {
    guard let name = words.first.flatMap({ names[$0] }) else { return nil }
    return name.type == .quoted ? (name.name, .word) : name
  }

  /// The name and type of an unquoted value behind the word for such a thing; nil for a value that may be a word of the message.
  static func thing(_ text: String, behind words: [String]) -> Name? {
    if words.prefix(2) == ["named", "module"] { return ("module", .module) }
    let isGiven = text.contains { $0 == "-" || $0 == "_" || $0 == "/" || $0 == ":" || $0.isNumber } && text.contains(where: \.isLetter)
    guard isGiven, text.first?.isLetter == true || text.first?.isNumber == true else { return nil }
    let things: Set<String> = [
      "container", "service", "pod", "image", "unit", "volume", "network", "user", "database", "table", "module", "package", "namespace",
      "deployment", "resource", "branch",
    ]
    return words.first.flatMap { things.contains($0) ? key([$0]) : nil }
  }

  static func wantsVersion(_ words: [String]) -> Bool {
    words.first.map { ["version", "v", "requires", "required", "node", "python", "npm", "go", "api"].contains($0) } ?? false
  }

  /// Words in quotes that a program's message is made of.
  static func isFixedWord(_ text: String) -> Bool {
    ["error", "null", "undefined", "none", "true", "false", "string", "int", "object", "str"].contains(text.lowercased())
  }

  private static let beforeHosts: Set<String> = [
    "to", "tcp", "udp", "host", "connect", "dial", "listen", "bind", "upstream", "server", "address", "on", "at", "for", "lookup", "with",
    "failed", "tcp4", "tcp6", "from",
  ]

  /// Whether a host may stand behind the words.
  static func wantsHost(_ words: [String]) -> Bool { words.first.map(beforeHosts.contains) ?? false }

  /// Words behind which a number says which error it is.
  private static let beforeCodes: Set<String> = [
    "errno", "error", "err", "code", "status", "http", "sqlstate", "exit", "signal", "rc", "hresult", "tls", "ssl", "curl", "oserror",
  ]

  /// The name and type of a number; nil for one that belongs to the message.
  ///
  /// - Parameter isBracketed: Whether it stands between square brackets by itself.
  static func number(
    _ text: String, behind words: [String], isBracketed: Bool, _ scalars: [Unicode.Scalar], _ digits: Range<Int>
  ) -> Name? {
    let word = words.first ?? ""
    if word == "port" || word == "ports", HoleType.port.isValid(text) { return ("port", .port) }
    if word == "pid" || word == "process" { return ("pid", .pid) }
    if word == "line" { return ("line", .int) }
    if word == "column" || word == "col" || word == "character" { return ("column", .int) }
    let isDirect = digits.lowerBound > 0 && scalars[digits.lowerBound - 1] != " " || isBracketed
    if beforeCodes.contains(word) { return nil }
    if isBracketed { return ("number", .int) }
    // (111) is an errno, and 110: in nginx's (110: Connection timed out).
    if isDirect, scalars[digits.lowerBound - 1] == "(", text.count <= 5 { return nil }
    return ("number", .int)
  }
}
