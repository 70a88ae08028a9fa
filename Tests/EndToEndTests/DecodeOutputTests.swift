import Foundation
import Testing

/// What `decode` prints, byte for byte.
@Suite struct DecodeOutputTests {
  let disk = try! TemporaryFolder()
  let index: [String]

  static let text = "port 8080 is taken on web-01"

  init() throws {
    index = ["--index", try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  /// One diagnosis of `port-taken`.
  ///
  /// - Parameters:
  ///   - evidence: The members from `line` to `captures`.
  ///   - commands: Those of its one step.
  static func json(evidence: String, port: String, commands: [String], examples: String = "{}") -> String {
    #"{"schema":1,"matched":true,"diagnoses":[{"entry":"port-taken","title":"Port taken","#
      + #""url":"https://example.com/errors/port-taken/","role":"cause",\#(evidence),"summary":"Port \#(port) is taken.","#
      + #""steps":[{"title":"Look at port \#(port)","text":"Then stop it.","commands":[\#(commands.joined(separator: ","))]}],"#
      + #""examples":\#(examples)}],"nearest":[]}"# + "\n"
  }

  static let evidence =
    #""line":1,"column":1,"occurrences":1,"text":"port 8080 is taken on web-01","signature":"port {port} is taken on {host}","#
    + #""captures":{"host":"web-01","port":"8080"}"#
  static let lookUp = #""line":null,"column":null,"occurrences":0,"text":null,"signature":null,"captures":{}"#

  static func linux(_ port: String) -> String {
    #"{"systems":["linux"],"risk":"look","shell":"sh","text":"ss -ltnp 'sport = :\#(port)'","note":"See who has it:"}"#
  }
  static func windows(_ port: String) -> String {
    #"{"systems":["windows"],"risk":"look","shell":"powershell","text":"Get-NetTCPConnection -LocalPort \#(port)","#
      + #""note":"See who has it:"}"#
  }
  static let macOS = #"{"systems":["macos"],"risk":"destroy","shell":"sh","text":"kill -9 <PID>","note":"End it:"}"#

  @Test(arguments: [
    ([text], json(evidence: evidence, port: "8080", commands: [linux("8080"), windows("8080"), macOS])),
    (["--system", "linux", text], json(evidence: evidence, port: "8080", commands: [linux("8080")])),
    (["--system=macos", text], json(evidence: evidence, port: "8080", commands: [macOS])),
    ([text, "--set", "port=4000"], json(evidence: evidence, port: "4000", commands: [linux("4000"), windows("4000"), macOS])),
    (
      ["eport"],
      json(evidence: lookUp, port: "3000", commands: [linux("3000"), windows("3000"), macOS], examples: #"{"port":"3000"}"#)
    ),
    (
      ["eport", "--set", "port=3999", "--set=port=4000"],
      json(evidence: lookUp, port: "4000", commands: [linux("4000"), windows("4000"), macOS])
    ),
  ])
  func jsonIsOneObjectOnOneLine(arguments: [String], expected: String) async throws {
    #expect(try await Decode.run(index + ["--format", "json"] + arguments) == Program.Run(status: 0, output: expected))
  }

  @Test(arguments: [
    (
      ["--system", "linux", text],
      """
      Port taken                                                          [port-taken]

      line 1  port 8080 is taken on web-01
              ~~~~~^^^^~~~~~~~~~~~~~^^^^^^
              host web-01   port 8080

      Port 8080 is taken.

      1. Look at port 8080
         See who has it:
         look (reads only)
             ss -ltnp 'sport = :8080'

      Why it happens, and how to stop it: https://example.com/errors/port-taken/

      """
    ),
    (
      ["--system", "macos", "--format", "text", "port-taken"],
      """
      Port taken                                                          [port-taken]

      Port 3000 is taken.

      1. Look at port 3000
         End it:
         destroy (can lose data)
             kill -9 <PID>

      Why it happens, and how to stop it: https://example.com/errors/port-taken/

      """
    ),
    (
      ["--system", "windows", "bound:8080:twice"],
      """
      Port taken                                                          [port-taken]

      line 1  bound:8080:twice
              ~~~~~~^^^^~~~~~~
              port 8080

      Port 8080 is taken.

      1. Look at port 8080
         See who has it:
         look (reads only)
             Get-NetTCPConnection -LocalPort 8080

      Why it happens, and how to stop it: https://example.com/errors/port-taken/

      """
    ),
    (
      ["taken"],
      """
      Several entries have this name:
        disk-full   Disk full
        port-taken  Port taken

      """
    ),
  ])
  func textForPeopleFitsEightyColumns(arguments: [String], expected: String) async throws {
    #expect(try await Decode.run(index + arguments) == Program.Run(status: 0, output: expected))
  }

  @Test func aValueThatIsOnlyAnExampleIsCalledOne() async throws {
    let line = "3000 is an example: the text names no port. Give yours with --set port=…\n"
    for (arguments, isThere) in [(["eport"], true), (["eport", "--set", "port=3000"], false), ([Self.text], false)] {
      let run = try await Decode.run(index + ["--system", "linux"] + arguments)
      #expect(run.output.contains(line) == isThere, "\(arguments)")
    }
  }

  @Test func theVersionNamesTheIndex() async throws {
    let run = try await Decode.run(index + ["--version"])
    let number = try #require(run.output.firstMatch(of: #/^decode (\d+\.\d+\.\d+) /#)?.1)
    #expect(run == Program.Run(status: 0, output: "decode \(number) (index schema 1, 2 entries, newest 2026-01-02)\n"))
  }

  @Test func helpIsAnAnswer() async throws {
    let help = try await Decode.run(["--help"])
    #expect(help == Program.Run(status: 0, output: help.output))
    #expect(help.output.hasPrefix("OVERVIEW: Explain the error in raw text: what it means, and what to type.\n"))
    #expect(try await Decode.run(["help"]) == help)
    #expect(try await Decode.run(["-h"]) == help)
  }
}
