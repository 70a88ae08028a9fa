import Foundation
import Testing

/// The four exit statuses of `decode`: 0 matched, 1 nothing matched, 2 unreadable, 64 wrong usage.
@Suite struct DecodeExitTests {
  let disk = try! TemporaryFolder()
  let environment: [String: String?]

  init() throws {
    environment = ["DECODE_INDEX": try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  @Test(arguments: ["", " ", "\n", " \t\r\n\n", "\u{A0}\u{3000}\n", "\0\0\0", "All is well."])
  func textThatNothingMatchesIsOne(text: String) async throws {
    let isEmpty = text.utf8.allSatisfy { $0 <= 0x20 && $0 > 0 }
    let nothing = Program.Run(
      status: 1, output: "Nothing matched: none of the index's 2 entries describes this text.\n",
      errors: isEmpty ? "decode: the input is empty; errors often go to standard error: command 2>&1 | decode\n" : "")
    #expect(try await Decode.run(input: Array(text.utf8), environment: environment) == nothing)
    let path = try disk.put(text.utf8, at: "text")
    #expect(try await Decode.run(["-f", path], environment: environment) == nothing)
    guard !text.contains("\0") else { return }
    #expect(try await Decode.run([text], environment: environment) == nothing)
  }

  @Test func whatTheTextResemblesIsOnlyAGuess() async throws {
    let run = try await Decode.run(["port 99999 is taken on web-01"], environment: environment)
    let expected = """
      Nothing matched: none of the index's 2 entries describes this text.

      Nearest, only guesses (decode NAME shows one):
        port-taken  Port taken
                    shares: port, taken

      """
    #expect(run == Program.Run(status: 1, output: expected))
  }

  @Test func emptyInputIsAnAnswerInJSONToo() async throws {
    let expected = Program.Run(status: 1, output: #"{"schema":1,"matched":false,"diagnoses":[],"nearest":[]}"# + "\n")
    #expect(try await Decode.run(["--format", "json"], environment: environment) == expected)
  }

  @Test func inputThatCannotBeReadIsTwo() async throws {
    let expected = [
      "missing.log": "missing.log: No such file or directory", ".": ".: is a directory; name a file in it",
      "index.json/x": "index.json/x: Not a directory",
    ]
    for (path, message) in expected {
      for option in ["-f", "--index"] {
        let run = try await Decode.run([option, disk.path(path)], environment: environment)
        #expect(run == Program.Run(status: 2, errors: "decode: \(disk.path)/\(message)\n"))
      }
      let run = try await Decode.run(["eport"], environment: ["DECODE_INDEX": disk.path(path)])
      #expect(run == Program.Run(status: 2, errors: "decode: \(disk.path)/\(message)\n"))
    }
  }

  static let site = #""site":{"title":"T","url":null,"content":""}"#

  @Test(arguments: [
    (#"{"schema":2,"anything":"#, "this index has schema 2, and this program reads schema 1: install a newer decode"),
    (#"{"schema":0}"#, "this index has schema 0, and this program reads schema 1: build the index again with a newer decode-site"),
    ("", "not an index: an object is missing (byte 0)"),
    ("<!doctype html>", "not an index: an object is missing (byte 0)"),
    ("{", "not an index: a string is missing (byte 1)"),
    (#"{"schema":"1"}"#, "not an index: a whole number is missing (byte 10)"),
    (#"{"site":{}}"#, #"not an index: the first key is not "schema" (byte 8)"#),
    (#"{"schema":1}"#, #"not an index: the key "entries" is missing (byte 12)"#),
    (#"{"schema":1,"entries":[]}"#, #"not an index: the key "site" is missing (byte 25)"#),
    (#"{"schema":1,\#(site),"entries":[}"#, "not an index: an object is missing (byte 68)"),
    (#"{"schema":1,\#(site),"entries":[{}]}"#, "not an index: an entry without a slug (byte 68)"),
    (#"{"schema":1,\#(site),"entries":[]} x"#, "not an index: text after the end of the JSON (byte 71)"),
  ])
  func aFileThatIsNoIndexIsTwo(text: String, message: String) async throws {
    let path = try disk.put(text.utf8, at: "broken.json")
    let expected = Program.Run(status: 2, errors: "decode: \(path): \(message)\n")
    for arguments in [["--index", path], ["--index", path, "--version"], ["--index", path, "eport", "--format", "json"]] {
      #expect(try await Decode.run(arguments) == expected)
    }
  }

  @Test func anIndexThatWasCutShortIsTwo() async throws {
    let whole = Array(FixtureIndex.json.utf8)
    for length in stride(from: 1, to: whole.count, by: 101) {
      let path = try disk.put(whole[..<length], at: "cut.json")
      let run = try await Decode.run(["--index", path, "eport"])
      #expect(run == Program.Run(status: 2, errors: run.errors))
      let offset = run.errors.wholeMatch(of: #/decode: .*cut\.json: not an index: .+ \(byte (\d+)\)\n/#).flatMap { Int($0.1) }
      #expect((0...length).contains(offset ?? -1), "\(run.errors)")
    }
  }

  @Test(arguments: [
    (["-f", "deploy.log", "text"], "Error: Give text or --file, not both."),
    (["-f", "-", "some text"], "Error: Give text or --file, not both."),
    (["--nope"], "Error: Unknown option '--nope'. Did you mean '--top'?"),
    (["-x"], "Error: Unknown option '-x'. Text that begins with a dash goes between quotes: decode '-x …'"),
    (
      ["-bash:", "kubectl:", "command", "not", "found"],
      "Error: Unknown option '-bash:'. Text that begins with a dash goes between quotes: decode '-bash: …'"
    ),
    (
      ["--format", "yaml"],
      "Error: The value 'yaml' is invalid for '--format <format>'. Please provide one of 'text', 'json', 'markdown', 'github' or 'sarif'."
    ),
    (["list", "--format", "sarif"], "Error: A list has no form sarif: take text, json or markdown."),
    (["run"], "Error: Name the command: decode run -- npm start"),
    (["run", "--"], "Error: Name the command: decode run -- npm start"),
    (["-f", "x", "run", "true"], "Error: decode run reads what the command prints: leave out --file."),
    (["run", "--ndjson", "true"], "Error: decode run reads what the command prints: leave out --ndjson."),
    (["run", "--nope", "true"], "Error: Unknown option '--nope'. Did you mean '--top'?"),
    (["--ndjson", "some text"], "Error: --ndjson reads standard input or --file, not words."),
    (["--ndjson", "--format", "sarif"], "Error: --ndjson prints JSON: leave out --format sarif."),
    (["--ndjson", "--set", "port=1"], "Error: --ndjson takes the values from each line: leave out --set."),
    (["--format"], "Error: Missing value for '--format <format>'"),
    (["-f"], "Error: Missing value for '-f <file>'"),
    (
      ["--system", "beos"],
      "Error: The value 'beos' is invalid for '--system <system>'. Please provide one of 'linux', 'macos' or 'windows'."
    ),
    (["--set", "port"], "Error: --set takes name=value, as in --set port=4000; this is 'port'."),
    (["--set", "=4000"], "Error: --set takes name=value, as in --set port=4000; this is '=4000'."),
    (["--set", "port=x", "eport"], "Error: --set port=x: 'x' is no port."),
    (["--set", "port=65536", "eport", "--format", "json"], "Error: --set port=65536: '65536' is no port."),
    (["--set", "prot=80", "eport"], "Error: --set prot=80: the answer has no value named 'prot'; it has host, port."),
    (["--set", "port=\u{1B}[31m", "eport"], "Error: --set takes no control or invisible characters."),
    (["--top", "0", "eport"], "Error: --top takes a number from 1 on."),
    (["--version=1"], "Error: The option '--version' does not take any value, but '1' was specified."),
  ])
  func wrongUsageIsSixtyFour(arguments: [String], firstLine: String) async throws {
    let run = try await Decode.run(arguments, environment: environment)
    #expect(run == Program.Run(status: 64, errors: run.errors))
    #expect(run.errors.split(separator: "\n").first.map(String.init) == firstLine)
  }
}
