import Testing

@testable import Decoding

@Suite struct NormalizerTests {
  private func lines(_ bytes: [UInt8]) -> [String] { texts(of: PlainDecoder.lines(of: bytes).map(\.line)) }

  private func texts(of lines: [NormalizedLine]) -> [String] { lines.map { String(String.UnicodeScalarView($0.scalars)) } }

  private func escaped(_ line: String) -> [NormalizedLine]? { PlainDecoder.lines(of: Array(line.utf8))[0].line.views?.documents[0] }

  @Test(arguments: [
    ("a\nb\r\nc", ["a", "b", "c"]),
    ("10%\r50%\r100% done\n", ["10%", "50%", "100% done"]),
    ("", []),
    ("\n\n", ["", ""]),
    ("npm \u{1B}[0m\u{1B}[31mERR!\u{1B}[0m code", ["npm ERR! code"]),
    ("(\u{1B}[1;4mErrno::EADDRINUSE\u{1B}[m)", ["(Errno::EADDRINUSE)"]),
    ("?[31mError?[0m: x", ["Error: x"]),
    ("[31mError[0m rate(x[5m])", ["Error rate(x[5m])"]),
    ("^[[31mError^[[0m", ["Error"]),
    (#"\u001b[31mError\x1b[0m \\033[1;4mx\e[m \u001B[5m"#, [#"Error x\e[m "#]),
    ("\u{1B}]8;;https://example.com\u{07}link\u{1B}]8;;\u{1B}\\ end", ["link end"]),
    ("\u{1B}]0;title without end", ["0;title without end"]),
    ("\u{1B}Pq#0\u{1B}\\after\u{1B}(B.", ["after."]),
    ("\u{9B}31mred", ["red"]),
    ("a\u{00}b\u{07}c\u{7F}d\u{85}e", ["abcde"]),
    ("zero\u{200B}width\u{FEFF} soft\u{AD}hyphen \u{202E}rtl", ["zerowidth softhyphen rtl"]),
    ("tab\tnbsp\u{A0}wide\u{3000}x", ["tab nbsp wide x"]),
    ("\u{2018}a\u{2019} \u{201C}b\u{201D} \u{AB}c\u{BB} \u{2039}d\u{203A}", ["'a' \"b\" \"c\" 'd'"]),
    ("\u{FF25}rror\u{FF1A} x", ["Error: x"]),
    ("\u{1B}", [""]),
    ("\u{1B}[", [""]),
  ])
  func `What a terminal hides is dropped and look-alikes are mapped`(text: String, expected: [String]) {
    #expect(lines(Array(text.utf8)) == expected)
  }

  @Test func `Bytes that are not UTF-8 become replacement characters`() {
    #expect(lines([0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63]) == ["a\u{FFFD}b\u{FFFD}c"])
    #expect(lines([0xEF, 0xBB, 0xBF, 0x61]) == ["a"])
  }

  @Test(arguments: [true, false])
  func `UTF-16 is known by its byte order mark`(isLittle: Bool) {
    let units: [UInt16] = [0xFEFF] + Array("Fehler: \u{1F4A5}\nzwei".utf16) + [0xD800]
    let bytes = units.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(lines(bytes) == ["Fehler: \u{1F4A5}", "zwei\u{FFFD}"])
    #expect(lines(bytes + [0x41]) == ["Fehler: \u{1F4A5}", "zwei\u{FFFD}"])
  }

  @Test func `Every scalar keeps its line and column as pasted`() {
    let lines = PlainDecoder.lines(of: Array("a\r\n\u{1B}[31m\u{E9}rror\u{1B}[0m 1\r50% \u{1F4A5}x\n".utf8)).map(\.line)
    #expect(lines.map(\.number) == [1, 2, 2])
    #expect(lines[1].columns == [6, 7, 8, 9, 10, 15, 16])
    #expect(lines[2].columns == [18, 19, 20, 21, 22, 23])
    #expect(lines[1].columnRange(0..<5) == 6..<11)
  }

  @Test func `A very long line is cut into pieces`() {
    let lines = PlainDecoder.lines(of: Array(String(repeating: "x", count: 65_536 * 2 + 5).utf8)).map(\.line)
    #expect(lines.map(\.scalars.count) == [65_536, 65_536, 5])
    #expect(lines.map(\.number) == [1, 1, 1])
    #expect(lines[2].columns.first == 131_073)
  }

  /// The text behind the last mark, and how many marks there are.
  @Test(arguments: [
    ("plain text", "plain text", 1),
    ("   indented", "indented", 2),
    ("web-1  | listening", "listening", 2),
    ("0|server   | listening", "listening", 2),
    ("2026-11-22T14:33:13.123Z boom", "boom", 3),
    ("2026-11-22 14:33:13,123 +0000 [ERROR] boom", "boom", 5),
    ("[2026/11/22 14:33:13] boom", "boom", 3),
    ("[Sun Nov 22 14:33:13.123456 2026] boom", "boom", 3),
    ("22/Nov/2026:14:33:13 +0000 boom", "boom", 3),
    ("Nov 22 14:33:13 web-01 app[123]: boom", "boom", 4),
    ("E1122 14:33:13.123456   12345 server.go:123] boom", "boom", 3),
    ("[   12.345678] boom", "boom", 3),
    ("##[error]boom", "boom", 2),
    ("build\tRun npm ci\t2026-11-22T14:33:13.1234567Z boom", "boom", 4),
    ("test (ubuntu-latest, 20)\tSet up job\t\u{FEFF}2026-11-22T14:33:13.1234567Z ##[error]boom", "boom", 5),
    ("✅ all\tRun make\t2026-11-22T14:33:13.1234567Z \u{1B}[31m##[group]Run make", "Run make", 5),
    ("build   UNKNOWN STEP   2026-11-22T14:33:13.1234567Z npm ERR! code E", "code E", 5),
    ("build\tRun npm ci\tboom", "build Run npm ci boom", 1),
    ("a\tb\t2026-11-22T14:33:13.123Z boom", "a b 2026-11-22T14:33:13.123Z boom", 1),
    ("a\t2026-11-22T14:33:13.1234567Z boom", "a 2026-11-22T14:33:13.1234567Z boom", 1),
    ("::error file=a.js,line=1::boom", "boom", 2),
    ("section_start:1700000000:step_script boom", "boom", 3),
    ("#12 1.234 boom", "boom", 2),
    ("#12 [build 3/7] RUN make", "RUN make", 3),
    ("17.25 boom", "boom", 2),
    ("npm ERR! code E", "code E", 2),
    ("gyp ERR! stack", "stack", 2),
    ("ERROR: boom", "boom", 3),
    ("<3>boom", "boom", 2),
    ("2026/11/22 14:33:13 [emerg] 12#12: *3 bind() failed", "bind() failed", 6),
    ("time=\"2026-11-22T14:33:13Z\" level=error msg=\"boom\"", "boom\"", 2),
    ("$ make", "make", 2),
    ("deploy@web-01:~/app$ make", "make", 2),
    ("PS C:\\app> node server.js", "node server.js", 2),
    ("> + | boom", "boom", 4),
    ("\u{283F} Container web", "Container web", 3),
    ("2026-11-22T14:33:13Z", "2026-11-22T14:33:13Z", 1),
  ])
  func `Prefixes of tools are marked`(line: String, rest: String, count: Int) {
    let line = PlainDecoder.lines(of: Array(line.utf8))[0].line
    #expect(String(String.UnicodeScalarView(line.scalars[(line.startMarks.last ?? 0)...])) == rest)
    #expect(line.startMarks.count == count)
  }

  @Test(arguments: [
    (#"{"msg":"a\nb \"c\" \u003e d"}"#, [#"{"msg":"a"#, #"b "c" > d"}"#]),
    (#"{"a":"{\"b\":\"x\\ny\"}"}"#, [#"{"a":"{"b":"x"#, #"y"}"}"#]),
    (#"a \ud83d\ude00 b\n"#, ["a \u{1F600} b"]),
  ])
  func `An escaped line is read once more as a document of its own`(line: String, expected: [String]) {
    #expect(escaped(line).map(texts) == expected)
  }

  @Test(arguments: [#"C:\temp\x"#, #"a \ b"#, #"\u12G4"#, "plain"])
  func `A line without escapes is read once`(line: String) {
    #expect(escaped(line) == nil)
  }

  @Test func `Spans of an escaped line map back`() throws {
    let line = try #require(escaped(#"x\n\"ab\""#))[1]
    #expect(line.columns == [4, 6, 7, 8])
    #expect(line.number == 1)
  }
}
