import Foundation
import Testing

/// `decode --ndjson`: a line in, a line out.
@Suite struct DecodeRecordTests {
  let disk = try! TemporaryFolder()
  let environment: [String: String?]

  static let nothing = #"{"schema":1,"matched":false,"diagnoses":[],"nearest":[]}"#

  init() throws {
    environment = ["DECODE_INDEX": try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  private func run(_ input: String, _ arguments: [String] = []) async throws -> Program.Run {
    try await Decode.run(["--ndjson"] + arguments, input: Array(input.utf8), environment: environment)
  }

  @Test func eachLineIsAnsweredAsIfItWereAlone() async throws {
    let texts = ["port 8080 is taken on web-01", "all is well", "a\nno room on /srv", "port 99999 is taken on web-01"]
    let lines = try texts.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    var expected = ""
    for text in texts {
      expected += try await Decode.run(["--format", "json", "--", text], environment: environment).output
    }
    #expect(try await run(lines.joined(separator: "\n")) == Program.Run(status: 0, output: expected))
    let objects = lines.map { #"{"id":7,"text":\#($0)}"# + "\r\n" }.joined()
    #expect(try await run(objects) == Program.Run(status: 0, output: expected))
    let path = try disk.put(objects.utf8, at: "records.ndjson")
    #expect(try await run("", ["-f", path, "--format", "json"]) == Program.Run(status: 0, output: expected))
  }

  @Test(arguments: [("", 0), ("\n", 1), ("\n\n\"x\"\n", 3), (#"{"text":null}"#, 1), (#""\#(String(repeating: "x", count: 200_000))""#, 1)])
  func emptyTextsAreTextsToo(input: String, count: Int) async throws {
    let expected = String(repeating: Self.nothing + "\n", count: count)
    #expect(try await run(input) == Program.Run(status: 0, output: expected))
  }

  @Test func aLineThatCannotBeReadHasAnAnswerAndTheRestToo() async throws {
    let run = try await run("\"no room on /srv\"\nno room on /srv\n{\"text\":7}\n\"x\"\n")
    let lines = run.output.split(separator: "\n").map(String.init)
    let form = #"a line is one JSON string, or an object with a member \"text\""#
    let start = String(Self.nothing.dropLast()) + #","error":"#
    #expect(run.status == 2 && run.errors == "" && lines.count == 4)
    #expect(lines[0].contains(#""entry":"disk-full""#))
    #expect(lines[1] == start + #""line 2: an object is missing (byte 0); \#(form)"}"#)
    #expect(lines[2] == start + #""line 3: a string is missing (byte 8); \#(form)"}"#)
    #expect(lines[3] == Self.nothing)
  }

  @Test func aLineThatIsTooLongIsPassedOver() async throws {
    let long = "\"" + String(repeating: "x", count: 17 << 20) + "\"\n"
    let run = try await run(long + "\"x\"\n" + long)
    let lines = run.output.split(separator: "\n").map(String.init)
    let failure = { (number: Int) in String(Self.nothing.dropLast()) + #","error":"line \#(number): longer than 16 MiB"}"# }
    #expect(run.status == 2 && lines == [failure(1), Self.nothing, failure(3)])
  }

  @Test func whoWaitsForAnAnswerGetsItAtOnce() async throws {
    // The second line is sent only once the first is answered.
    let decode = try Program.built("decode").url.path(percentEncoded: false)
    let script =
      #"mkfifo in out; "$0" --ndjson < in > out & exec 3> in 4< out; for i in 1 2 3; do echo '"x"' >&3; read -r line <&4; echo $i; done"#
    let run = try await Program.installed("sh").run(["-c", script, decode], environment: environment, in: disk.path, limit: 60)
    #expect(run == Program.Run(status: 0, output: "1\n2\n3\n"))
  }
}
