import Testing

@testable import Decoding

/// The engine searches bytes for four-byte grams and looks only at what that finds: it must find what trying everything finds.
@Suite struct EngineTests {
  private static let signatures: [(slug: String, role: Role, lines: [String], unless: [String])] = [
    ("eaddrinuse", .cause, ["listen EADDRINUSE: address already in use {host}:{port}"], []),
    ("docker-port", .cause, ["Bind for {host}:{port} failed: port is already allocated"], []),
    ("refused", .cause, ["connect to {host} port {port}: Connection refused"], ["connected after {int} attempts"]),
    ("object", .cause, ["code: '{name:ident}'", "port: {port}"], []),
    ("oom", .exitStatus, ["OOMKilled"], []),
    ("killed", .cause, ["^Killed$"], []),
    ("module", .cause, ["Cannot find module '{module}'"], []),
    ("elifecycle", .wrapper, ["npm {ERR!|error} code ELIFECYCLE"], []),
    ("choice", .cause, ["{tcp|udp4|unix} {...} is gone"], []),
    ("short", .cause, ["$'\\r': no"], []),
    ("needleless", .cause, ["'/{word}/' \\"], []),
    ("rest", .wrapper, ["failed to solve: {rest}"], []),
    ("path", .cause, ["open {path}: permission denied"], []),
    ("word", .cause, ["^From {file:path}"], []),
    ("alternatives", .cause, ["Can't connect to {MySQL |MariaDB |}server on '{host}'"], []),
    ("status", .cause, ["{exit|return} {code|status}{:|} 137"], []),
    ("cyrillic", .cause, ["подключиться к \"{host}\" не удалось: отказано"], []),
    ("japanese", .cause, ["\"{host}\"、ポート{port}への"], ["失敗"]),
    ("drawn", .cause, ["╰─> {package}"], []),
    ("replaced", .cause, ["was \u{FFFD}ndig {word}"], []),
    ("accents", .cause, ["Adresse déjà utilisée par le processus numéro {pid}"], []),
  ]

  private static let tables = Result {
    let entries = try signatures.map { row in
      var entry = IndexedEntry.blank
      entry.slug = row.slug
      entry.title = row.slug
      entry.role = row.role
      entry.signatures = [
        IndexedSignature(lines: try row.lines.map { try Signature($0) }, unless: try row.unless.map { try Signature($0) })
      ]
      return entry
    }
    return try IndexTables(json: SearchIndex(site: IndexedSite(title: "T", url: nil, content: ""), entries: entries).json)
  }

  private func summary(_ ranked: [Ranker.Ranked], _ tables: IndexTables) -> [String] {
    ranked.map { found in
      let captures = found.captures.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
      let spans = found.hit.spans.map { "\($0.line):\($0.columns)" }.joined(separator: ",")
      return "\(tables.slug(of: found.hit.entry)) \(spans) x\(found.occurrences) \(captures)"
    }
  }

  private func compare(_ text: [UInt8], blockSize: Int = 1 << 20, parts: Int = 1, _ place: String) throws -> Int {
    let tables = try Self.tables.get()
    var session = DecodingSession(Matcher(tables), blockSize: blockSize)
    let size = max(1, text.count / parts)
    for start in stride(from: 0, to: text.count, by: size) { try session.append(text[start..<min(start + size, text.count)]) }
    let found = summary(try session.finish().ranked, tables)
    let plain = summary(try PlainDecoder(tables: tables).ranked(text), tables)
    #expect(found == plain, "\(place): \(String(decoding: text, as: UTF8.self).debugDescription)")
    return found.count
  }

  @Test(arguments: 0..<80)
  func `What the engine finds is what trying everything finds`(seed: UInt64) throws {
    var text = RandomText(seed: seed)
    var count = 0
    for round in 0..<25 { count += try compare(text.next(), parts: 1 + round % 3, "seed \(seed), text \(round)") }
    #expect(count > 0)
  }

  @Test func `A log is read in blocks, and what it holds does not depend on where they end`() throws {
    let tables = try Self.tables.get()
    var text = RandomText(seed: 7)
    var log: [UInt8] = []
    while log.count < DecodingSession.pasteLimit + 200_000 {
      log += String(repeating: "2026-11-22T10:00:00Z web-01 all is well here, nothing to see\n", count: 60).utf8
      log += text.next()
    }
    var answers: Set<[String]> = []
    for (blockSize, part) in [(1 << 20, log.count), (4_096, 1_000), (10_000, 77_777)] {
      var session = DecodingSession(Matcher(tables), blockSize: blockSize)
      for start in stride(from: 0, to: log.count, by: part) { try session.append(log[start..<min(start + part, log.count)]) }
      answers.insert(summary(try session.finish().ranked, tables))
    }
    #expect(answers.count == 1)
    #expect(answers.first.map(\.count) ?? 0 > 5)
  }

  /// Single matches, first parts, whole chains, vetoes, and rows of a line read through its escapes.
  @Test(arguments: ["OOMKilled ", "code: 'a' ", "code: 'a' port: 80 ", "connected after 3 attempts ", "OOMKilled\\n", "\"OOMKilled\\\" "])
  func `What is kept of a line full of matches is bounded`(unit: String) throws {
    let tables = try Self.tables.get()
    var session = DecodingSession(Matcher(tables), blockSize: 1 << 16, pasteLimit: 0)
    // More lines behind it, so that it is looked at; fewer than it takes to judge it.
    let count = 12 * LineLimit.most
    try session.append(Array((String(repeating: unit, count: count) + String(repeating: "\nall is well", count: 8)).utf8))
    try session.append([UInt8](repeating: 0x20, count: 1 << 16))
    try session.append(Array("\n\n\n".utf8))
    let waiting = session.kept.hits
    // Of the text itself and of its views, each pattern's own.
    #expect(waiting <= 4 * LineLimit.most)
    let found = try session.finish().ranked
    #expect(session.kept.hits <= 2 * LineLimit.most)
    #expect(found.allSatisfy { $0.occurrences <= 2 * LineLimit.most })
  }

  @Test func `The first thousand matches on each line count`() throws {
    let tables = try Self.tables.get()
    let line = Array((String(repeating: "OOMKilled ", count: LineLimit.most + 5) + "\n").utf8)
    var session = DecodingSession(Matcher(tables))
    try session.append(line + line)
    #expect(try session.finish().ranked.map(\.occurrences) == [2 * LineLimit.most])
  }

  @Test func `A line without an end is looked at before its end comes`() throws {
    let tables = try Self.tables.get()
    var session = DecodingSession(Matcher(tables), blockSize: 1 << 16)
    let filler = Array(String(repeating: "all is well ", count: 100_000).utf8)
    for _ in 0..<8 { try session.append(filler) }
    try session.append(Array("listen EADDRINUSE: address already in use :::3000 ".utf8))
    for _ in 0..<8 { try session.append(filler) }
    let found = try session.finish().ranked
    #expect(summary(found, tables) == ["eaddrinuse 1:9600001..<9600050 x1 host=::,port=3000"])
    #expect(found[0].hit.line.text.unicodeScalars.count == Segment.longest)
    #expect(found[0].hit.line.column % Segment.longest == 1)
  }
}

/// Texts made of phrases that match, almost match, and are disguised, broken and escaped; the same from the same seed.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Xorshift (Marsaglia 2003).
  private mutating func random(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }

  private static let phrases = [
    "listen EADDRINUSE: address already in use :::3000", "Bind for 0.0.0.0:80 failed: port is already allocated",
    "connect to db port 5432: Connection refused", "connected after 3 attempts", "code: 'EADDRINUSE',", "port: 80", "OOMKilled",
    "Killed", "Cannot find module \u{2018}a/b\u{2019}", "npm ERR! code ELIFECYCLE", "npm error code ELIFECYCLE", "tcp 10.0.0.5 is gone",
    "$'\\r': no", "'/x/' \\", "failed to solve: open /run/a: permission denied", "open C:\\new\\a: permission denied", "all is well",
    "From /app/a.js", "away From /app/a.js", "Can't connect to MySQL server on 'db'", "Can't connect to server on \u{2018}db\u{2019}",
    "exit code: 137", "return status 137", "подключиться к \"db\" не удалось: отказано", "\"db\"、ポート5432への接続に失敗",
    "\"db\"、ポート5432への", "╰─> psycopg2", "was \u{FFFD}ndig x", "Adresse déjà utilisée par le processus numéro 12",
    "Server listening", "", "   ", "{\"log\":\"Cannot find module 'x'\\nKilled\\n\"}", "3000",
  ]

  private static let prefixes = [
    "", "", "", "    ", "web-1  | ", "2026-11-22T10:00:00.123Z ", "Nov 22 10:00:00 web-01 app[12]: ", "[ERROR] ", "> ", "\u{1B}[31m", "│ ",
    "npm warn ", "section_start:1700000000:step_script ", "time=1 level=info msg=", "user ",
  ]

  private static let disguises = [
    "\u{1B}[31m", "\u{1B}[0m", "?[31m", "\u{200B}", "\u{AD}", "[0m", "\r", "\n", "\n  ", "\t", "  ", "\\n", "\\\"", "\\t", "&#39;", "&amp;",
    "é", "\u{0}",
  ]

  private static let breaks = ["\\n", "\\n", "\\n  ", "\\r\\n", "\\n\\n", "\\n\\t", " \\n", "\\\\n", "\"\\n\""]

  /// As a string in JSON, perhaps with its words broken by escaped ends of lines.
  private mutating func escaped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let isBroken = random(4) > 0
    var text = "{\"log\":\""
    for scalar in scalars {
      if isBroken, random(12) == 0 { text += Self.breaks[random(Self.breaks.count)] }
      switch scalar {
      case "\n": text += "\\n"
      case "\"", "\\": text += "\\" + String(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return Array((text + "\",\"stream\":\"stderr\"}").unicodeScalars)
  }

  mutating func next() -> [UInt8] {
    var text = ""
    for _ in 0...random(6) {
      text += Self.prefixes[random(Self.prefixes.count)] + Self.phrases[random(Self.phrases.count)]
      text += random(3) == 0 ? " " : "\n"
    }
    var scalars = Array(text.unicodeScalars)
    switch random(9) {
    case 0...3:
      for _ in 0...random(4) where !scalars.isEmpty {
        scalars.insert(contentsOf: Array(Self.disguises[random(Self.disguises.count)].unicodeScalars), at: random(scalars.count))
      }
    case 4:
      let width = 40 + random(30)
      var wrapped: [Unicode.Scalar] = []
      var column = 0
      for scalar in scalars {
        if scalar == "\n" { column = -1 }
        if column == width {
          wrapped.append("\n")
          column = 0
        }
        wrapped.append(scalar)
        column += 1
      }
      scalars = wrapped
    case 5: scalars = scalars.map { $0.value > 0x20 && $0.value < 0x7F && random(4) == 0 ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }
    case 6: scalars = scalars.map { $0.isASCIILetter && random(2) == 0 ? Unicode.Scalar($0.value ^ 0x20) ?? $0 : $0 }
    case 7: scalars = escaped(scalars)
    default: break
    }
    var bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    if random(10) == 0, !bytes.isEmpty { bytes[random(bytes.count)] = UInt8(random(256)) }
    return bytes
  }
}
