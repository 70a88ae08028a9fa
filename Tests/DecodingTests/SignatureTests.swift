import Decoding
import Testing

@Suite struct SignatureTests {
  @Test(arguments: [
    ("listen EADDRINUSE: address already in use {host}:{port}", 39, ["host:host", "port:port"]),
    ("{node|nodejs} exited", 4 + 6, []),
    ("file{s|} changed", 4 + 0 + 7, []),
    ("exit {status:int}{...}after {int}ms", 4 + 1 + 5 + 1 + 2, ["status:int", "int:int"]),
    ("{{\"code\": {code}}}", 8 + 1 + 1, ["code:code"]),
    ("^OOMKilled$", 9, []),
    ("{^}caret and dollar{$}", 16, []),
    ("can\u{2019}t open '{path}'", 11 + 1, ["path:path"]),
    ("MemoryError", 11, []),
    ("^killed$", 6, []),
    ("error:   {rest}", 7, ["rest:rest"]),
  ])
  func `A signature of the grammar is read`(text: String, weight: Int, holes: [String]) throws {
    let signature = try Signature(text)
    #expect(signature.text == text)
    #expect(signature.weight == weight)
    #expect(signature.holes.map { "\($0.name):\($0.type.rawValue)" } == holes)
  }

  @Test(arguments: [
    ("", "no fixed text", 0, 1),
    ("{port}", "no fixed text", 0, 6),
    ("{s|}", "no fixed text", 0, 4),
    ("open {db} failed", "{db} has no type", 5, 4),
    ("open {db:idnt} failed", "'idnt' is no type of a hole", 5, 9),
    ("open {path:word} failed", "a hole named 'path' must have the type path", 5, 11),
    ("open {Path} failed", "{Path} is neither a hole, a choice nor a gap", 5, 6),
    ("open {} failed", "{} is neither a hole, a choice nor a gap", 5, 2),
    ("open {path failed", "an opening brace without a closing one", 5, 1),
    ("open path} failed", "a closing brace without an opening one", 9, 1),
    ("open {a|{b}} failed", "a brace inside braces", 8, 1),
    ("open {a|A} failed", "a choice with the same alternative twice", 5, 5),
    ("{...} failed to open", "a signature that begins with a gap", 0, 5),
    ("failed to open {...}", "a signature that ends with a gap", 15, 5),
    ("a b{...}{...}c d", "two gaps side by side", 8, 5),
    ("at {host}{port} now", "two holes without fixed text between them", 9, 6),
    ("at {host}{...}{port} now", "two holes without fixed text between them", 14, 6),
    ("at {host}{:|}{port} now", "two holes without fixed text between them", 13, 6),
    ("error: {rest} at end", "{rest} before the end", 7, 6),
    ("open {name:quoted} failed", "a quoted hole without a quote before it", 5, 13),
    ("killed", "one bare word", 0, 6),
    ("^killed", "one bare word", 1, 6),
    ("a\tb c", "a control or invisible character (U+0009)", 1, 1),
    ("a\u{200B}b c", "a control or invisible character (U+200B)", 1, 1),
  ])
  func `A signature outside the grammar names the place`(text: String, message: String, offset: Int, length: Int) {
    let failure = #expect(throws: SignatureFailure.self) { try Signature(text) }
    #expect(failure?.message == message)
    #expect(failure?.offset == offset)
    #expect(failure?.length == length)
    #expect(failure?.hint.isEmpty == false)
  }

  @Test func `A signature has limits`() {
    #expect(throws: SignatureFailure.self) { try Signature(String(repeating: "ab ", count: 400)) }
    #expect(throws: SignatureFailure.self) { try Signature(String(repeating: "ab {int} ", count: 60)) }
    #expect(throws: Never.self) { try Signature(String(repeating: "ab {int} ", count: 40)) }
  }

  @Test(arguments: [("OOMKilled", true), ("^killed$", true), ("a b", false), ("(EADDRINUSE)", false), ("code {int}", false)])
  func `A bare word is one word and nothing else`(text: String, isBareWord: Bool) throws {
    #expect(try Signature(text).isBareWord == isBareWord)
  }
}
