import Testing

@testable import Decoding

@Suite struct LineMatcherTests {
  /// Matches of a signature in one line: the text of each, and its captures.
  private func matches(_ signature: String, _ line: String) throws -> [String] {
    let normalized = PlainDecoder.lines(of: Array(line.utf8))[0].line
    var matcher = LineMatcher(try Signature(signature), in: MatchableLine(normalized, at: 0))
    return matcher.matches().map { match in
      let text = { (range: Range<Int>) in String(String.UnicodeScalarView(normalized.scalars[range])) }
      return ([text(match.range)] + match.captures.map { "\($0.name)=\(text($0.range))" }).joined(separator: " | ")
    }
  }

  @Test(arguments: [
    // Addresses
    ("in use {host}:{port}", "address in use :::3000", ["in use :::3000 | host=:: | port=3000"]),
    ("in use {host}:{port}", "in use 127.0.0.1:8787", ["in use 127.0.0.1:8787 | host=127.0.0.1 | port=8787"]),
    ("tcp {host}:{port}: bind", "listen tcp :8080: bind: no", ["tcp :8080: bind | host= | port=8080"]),
    ("tcp {host}:{port}: bind", "tcp [::1]:80: bind", ["tcp [::1]:80: bind | host=::1 | port=80"]),
    ("to {host}:{port}", "to fe80::1%eth0:443", ["to fe80::1%eth0:443 | host=fe80::1%eth0 | port=443"]),
    ("to {host}:{port}", "to *:6379", ["to *:6379 | host=* | port=6379"]),
    ("to {host}:{port}", "to db_1.internal:5432", ["to db_1.internal:5432 | host=db_1.internal | port=5432"]),
    ("to {host}:{port}", "to web:70000", []),
    ("to {host}:{port}", "to web:0", []),
    ("to {ip} port {port}", "to 10.0.0.5 port 22", ["to 10.0.0.5 port 22 | ip=10.0.0.5 | port=22"]),
    ("to {ip} port {port}", "to 10.0.0.500 port 22", []),
    // Numbers
    ("after {int}ms", "after 30ms", ["after 30ms | int=30"]),
    ("errno: {int}", "errno: -98", ["errno: -98 | int=-98"]),
    ("code {status:int}.", "code 137.", ["code 137. | status=137"]),
    ("1{int} x", "1234 x", []),
    ("at 0x{hex}", "at 0x7fFe.", ["at 0x7fFe | hex=7fFe"]),
    // Paths, quotes, words
    ("module '{module}'", "module '@a/b c'", ["module '@a/b c' | module=@a/b c"]),
    ("module '{module}'", "module \u{2018}x\u{2019}", ["module 'x' | module=x"]),
    ("open {path}: no", "open C:\\a\\b.txt: no", ["open C:\\a\\b.txt: no | path=C:\\a\\b.txt"]),
    ("in use {path}", "in use /run/app.sock.", ["in use /run/app.sock | path=/run/app.sock"]),
    ("in use {path}", "in use :::3000", []),
    ("name \"{image}:{version}\"", "name \"web:1.2\"", ["name \"web:1.2\" | image=web | version=1.2"]),
    ("get {url} failed", "get https://example.com/a?b=1 failed", ["get https://example.com/a?b=1 failed | url=https://example.com/a?b=1"]),
    ("get {url} failed", "get example.com failed", []),
    ("failed: {rest}", "failed: no such file  ", ["failed: no such file | rest=no such file"]),
    ("failed: {rest}", "failed:  ", []),
    // Literals
    ("Address already in use", "ADDRESS  already\tin use", ["ADDRESS  already in use"]),
    ("in use", "main user, in use!", ["in use"]),
    ("in use", "in used", []),
    ("`bind'", "\"bind`", ["\"bind`"]),
    // Choices, gaps, anchors
    ("{tcp|tcp4} {port}", "tcp4 80", ["tcp4 80 | port=80"]),
    ("file{s|} gone", "files gone, file gone", ["files gone", "file gone"]),
    ("{a|ab}{...}c d", "ab xc d", ["ab xc d"]),
    ("for {name:word} ({...}: in use", "for web (8c7: x): in use", ["for web (8c7: x): in use | name=web"]),
    ("^Error: {word}", "2026-11-22T14:33:13Z web-1 Error: boom", []),
    ("^Error: {word}", "2026-11-22T14:33:13Z Error: boom", ["Error: boom | word=boom"]),
    ("all done$", "all done  ", ["all done"]),
    ("all done$", "all done all", []),
    ("error in container{s|}", "error in containerized app", []),
    ("{an |}error here now", "xerror here now", []),
    ("{host}:{port} x", "::1 x x", [":1 x | host= | port=1"]),
    // Leftmost, longest, equal names
    ("a {word} b", "a x b a y b", ["a x b | word=x", "a y b | word=y"]),
    ("{name:ident} is not {name:ident}", "web is not db, db is not db", ["db is not db | name=db"]),
    ("port {port} is {port}", "port 80 is 81", []),
    ("port {port}", "port 99999 then port 80", ["port 80 | port=80"]),
  ])
  func `A line matches as the language says`(signature: String, line: String, expected: [String]) throws {
    #expect(try matches(signature, line) == expected)
  }

  /// Texts that make careless matchers take quadratic or exponential time.
  @Test(arguments: [
    ("{word}:{port} x", String(repeating: "a:", count: 30_000)),
    ("a{...}b{...}c{...}d e", String(repeating: "abc", count: 20_000)),
    ("a{...}:{port}", String(repeating: "a ", count: 30_000) + ":99999"),
    ("{host}:{port} refused", String(repeating: "a", count: 60_000) + ":80 refuse"),
    ("{host}:{port} in use", String(repeating: "a", count: 60_000) + ":99999 in use"),
    ("{path}:{line:int} {word} at", String(repeating: "/a:1 ", count: 12_000)),
    ("'{module}' x", String(repeating: "'", count: 60_000)),
    ("\"{a:quoted}\" \"{b:quoted}\" end", String(repeating: "\" \"", count: 20_000)),
    ("{a|aa|aaa}{...}{b|bb} end", String(repeating: "ab", count: 30_000)),
    ("x {int} {rest}", String(repeating: "x 1", count: 20_000)),
    ("a{...} b c", "a " + String(repeating: " ", count: 60_000)),
    ("a  b{...}c", String(repeating: "a ", count: 10_000) + String(repeating: " ", count: 40_000)),
  ])
  func `Time is linear in the text`(signature: String, text: String) throws {
    func steps(_ text: Substring) throws -> (steps: Int, scalars: Int) {
      let line = PlainDecoder.lines(of: Array(text.utf8))[0].line
      var matcher = LineMatcher(try Signature(signature), in: MatchableLine(line, at: 0))
      _ = matcher.matches()
      return (matcher.steps, line.scalars.count)
    }
    let whole = try steps(text[...])
    let elements = try Signature(signature).elements.count
    // Each element is asked for at each position at most a few times.
    #expect(whole.steps <= 4 * (elements + 1) * (whole.scalars + 1))
  }
}
