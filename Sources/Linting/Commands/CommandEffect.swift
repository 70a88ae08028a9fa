import Decoding

/// What a command does to the system it runs on, as far as it is certain.
struct CommandEffect: Sendable {
  let risk: Risk
  /// What is lost or altered: "deletes files".
  let reason: String
  private let patterns: [CommandPattern]

  init(_ risk: Risk, _ reason: String, _ patterns: String) {
    (self.risk, self.reason) = (risk, reason)
    self.patterns = patterns.split(separator: "\n").map { CommandPattern(String($0)) }
  }

  /// By program, so that a command is held against few patterns. Programs that end in `*` stand under an empty name.
  private static let byProgram: [String: [(pattern: CommandPattern, effect: CommandEffect)]] = {
    var table: [String: [(pattern: CommandPattern, effect: CommandEffect)]] = [:]
    for effect in destroying + changing {
      for pattern in effect.patterns {
        for program in pattern.programs { table[program.hasSuffix("*") ? "" : program, default: []].append((pattern, effect)) }
      }
    }
    return table
  }()

  /// The greatest effect that a command is known to have; nil for one that only reads, or that is not known.
  static func of(_ invocation: Invocation) -> CommandEffect? {
    let known = (byProgram[invocation.program] ?? []) + (byProgram[""] ?? [])
    let found = known.first { $0.pattern.matches(invocation) }?.effect
    if let found, found.risk == .destroy { return found }
    return ofStatements(invocation) ?? found ?? ofRedirections(invocation)
  }

  // MARK: Redirections

  private static let truncates = CommandEffect(.destroy, "empties a file", "")
  private static let writes = CommandEffect(.change, "writes a file", "")

  private static func ofRedirections(_ invocation: Invocation) -> CommandEffect? {
    let files = invocation.redirections.filter { redirection in
      guard let target = redirection.target?.text.lowercased() else { return false }
      let isWriting = redirection.sign.contains(">") && redirection.sign != "<>"
      let isDescriptor = target.hasPrefix("&") || (redirection.sign.hasSuffix("&") && target.allSatisfy { $0.isNumber || $0 == "-" })
      return isWriting && !isDescriptor && !target.hasPrefix("/dev/") && target != "nul" && target != "$null"
    }
    guard let first = files.first else { return nil }
    let isEmptying = invocation.program.isEmpty || (invocation.program == ":" && invocation.arguments.isEmpty)
    return isEmptying && first.sign == ">" ? truncates : writes
  }

  // MARK: SQL and its kin

  private static let clients: Set<String> = [
    "psql", "mysql", "mariadb", "sqlite3", "sqlcmd", "clickhouse-client", "cqlsh", "mongosh", "mongo", "redis-cli", "valkey-cli",
  ]
  private static let dropsRows = CommandEffect(.destroy, "deletes data", "")
  private static let altersRows = CommandEffect(.change, "alters a database", "")

  private static func ofStatements(_ invocation: Invocation) -> CommandEffect? {
    guard clients.contains(invocation.program) else { return nil }
    let statements = ["-c", "-e", "-Q", "--command", "--execute", "--eval"].compactMap { invocation.option($0)?.text }
    let text = (statements + (invocation.program == "sqlite3" ? invocation.operands.map(\.text) : [])).joined(separator: " ").uppercased()
    let words = text.split { !$0.isLetter && $0 != "_" }.map(String.init)
    let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    if invocation.program.hasSuffix("-cli") {
      let verbs = Set(invocation.operands.prefix(2).map { $0.text.uppercased() })
      if !verbs.isDisjoint(with: ["FLUSHALL", "FLUSHDB", "DEL", "UNLINK"]) { return dropsRows }
      let alters: Set = ["SET", "SHUTDOWN", "RESTORE", "REPLICAOF", "SLAVEOF", "FAILOVER", "RENAME", "EXPIRE", "HSET", "RESETSTAT", "KILL"]
      return verbs.isDisjoint(with: alters) ? nil : altersRows
    }
    let objects = [
      "TABLE", "DATABASE", "SCHEMA", "INDEX", "USER", "ROLE", "VIEW", "SEQUENCE", "EXTENSION", "COLUMN", "CONSTRAINT", "OWNED",
    ]
    let isDropping = pairs.contains("DELETE FROM") || objects.contains { pairs.contains("DROP \($0)") } || words.contains("DROPDATABASE")
    if isDropping || pairs.contains("TRUNCATE TABLE") || words.first(where: { $0 == "TRUNCATE" }) != nil { return dropsRows }
    let alters: Set = ["ALTER", "CREATE", "GRANT", "REVOKE", "UPDATE", "REINDEX", "VACUUM", "KILL"]
    let isReading = words.contains("SELECT") || words.contains("SHOW") || words.contains("EXPLAIN")
    let ends = words.contains("PG_TERMINATE_BACKEND") || pairs.contains("INSERT INTO") || pairs.contains("SET GLOBAL")
    return ends || (!isReading && !alters.isDisjoint(with: words)) ? altersRows : nil
  }
}
