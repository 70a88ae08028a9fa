#if canImport(Decoding)
  @testable import Decoding
#endif

/// Texts that make a careless engine slow or large: a unit, again and again.
struct HostileText {
  let name: String
  let unit: [UInt8]

  init(_ name: String, _ unit: String) {
    self.name = name
    self.unit = Array(unit.utf8)
  }

  /// So many bytes of it.
  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { unit[$0 % unit.count] } }

  static let all: [HostileText] = [
    HostileText("no blanks and no end", "abcdefghij"),
    HostileText("carriage returns", "\r"),
    HostileText("escapes of a terminal", "\u{1B}"),
    HostileText("strings of a terminal that do not end", "\u{1B}]\u{1B}P"),
    HostileText("orphans of colour codes", "[1;1;1"),
    HostileText("escaped ends of lines", "\\n"),
    HostileText("escaped lines", "a\\n"),
    HostileText("escaped quotes", "\\\\\\\""),
    HostileText("backticks", "`"),
    HostileText("blanks", " "),
    HostileText("ends of lines", "\n"),
    HostileText("all grams in one line", grams + " "),
    HostileText("all grams in every line", grams + "\n"),
    HostileText("every line a candidate of all", literals + "\n"),
    HostileText("all literals in one line", literals + " "),
    HostileText("a literal's first half at every end", "listen EADDRINUSE: addre\n"),
    HostileText("a literal's first half, and a long line", "listen EADDRINUSE: addre\n" + again("ss alread", 20_000) + "\n"),
    HostileText("vetoes in every line", "connected after 3 attempts\n"),
    HostileText("vetoes and hits in every line", "connected after 3 attempts; connect to db port 5432: Connection refused\n"),
    HostileText("first parts in every line", "code: 'a'\n"),
    HostileText("first parts in one line", "code: 'a' "),
    HostileText("chains in one line", "first a came second b came third c came "),
    HostileText("hits of one entry in one line", "OOMKilled "),
    HostileText("long lines full of hits", again("OOMKilled ", 6_553) + "\n"),
    HostileText("mentions in one line", "`OOMKilled` "),
    HostileText("mentions in long lines", again("`OOMKilled` ", 5_000) + "is what it says\n"),
    HostileText("quoted hits in one line", "\"OOMKilled "),
    HostileText("escaped hits", "OOMKilled\\n"),
    HostileText("lines as wide as a terminal", again("a", 80) + "\n" + again("b", 80) + "\n"),
    HostileText("hits in lines that a terminal wrapped", again("a OOMKilled is not it OOMKilled is not it ", 2) + "\nb\n"),
    HostileText("holes that fail at the end", "connect to a:a:a:a:a port 99999"),
    HostileText("equal names", "a is not "),
  ]

  private static func again(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static let patterns = FuzzIndex.signatures.flatMap { $0.lines + $0.unless }.compactMap { try? Signature($0) }

  private static let literals = patterns.flatMap(\.literals).map { String(String.UnicodeScalarView($0)) }.joined()

  private static let grams = patterns.flatMap { GramChooser(patterns).grams(of: $0) }
    .map { String(decoding: $0.literal[$0.offset..<($0.offset + Gram.length)], as: UTF8.self) }.joined()
}
