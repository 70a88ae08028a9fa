import Foundation
import Testing

/// Where `decode` takes its text from, and what a word means.
@Suite struct DecodeInputTests {
  let disk = try! TemporaryFolder()
  let environment: [String: String?]

  static let text = "port 8080 is taken on web-01"
  static let found = [Decode.Answer("port-taken", line: 1, captures: ["host": "web-01", "port": "8080"])]
  static let named = [Decode.Answer("port-taken", line: nil)]

  init() throws {
    environment = ["DECODE_INDEX": try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  @Test(arguments: [
    ["port", "8080", "is", "taken", "on", "web-01"],
    ["port 8080 is taken on web-01"],
    ["port 8080", "is taken", "on web-01"],
    ["-bash: port 8080 is taken on web-01"],
    ["--format: port 8080 is taken on web-01"],
    ["--", "port", "8080", "is", "taken", "on", "web-01"],
    ["port", "8080", "--", "is", "taken", "on", "web-01"],
    ["port", "8080", "is", "taken", "on", "web-01", "--", "--version"],
    ["-\tport 8080 is taken on web-01"],
    ["log line\nport 8080 is taken on web-01\n", "next"],
  ])
  func argumentsAreJoinedToOneText(arguments: [String]) async throws {
    let line = arguments[0].contains("\n") ? 2 : 1
    let expected = [Decode.Answer("port-taken", line: line, captures: ["host": "web-01", "port": "8080"])]
    #expect(try await Decode.answers(arguments, environment: environment) == expected)
  }

  @Test(arguments: [
    (["port-taken"], named),
    (["Port-Taken"], named),
    (["EPORT"], named),
    (["eport"], named),
    (["taken"], [Decode.Answer("disk-full", line: nil), Decode.Answer("port-taken", line: nil)]),
    // An alias of port-taken as well, but an entry's own name goes first.
    (["disk-full"], [Decode.Answer("disk-full", line: nil)]),
    (["bound:8080:twice"], [Decode.Answer("port-taken", line: 1, captures: ["port": "8080"])]),
    (["--", "eport"], named),
    (["nonsense"], []),
  ])
  func oneWordIsANameBeforeItIsText(arguments: [String], expected: [Decode.Answer]) async throws {
    #expect(try await Decode.answers(arguments, environment: environment) == expected)
  }

  @Test(arguments: [
    ["port", "is", "someone", "else's"], ["port is someone else's"], ["PORT IS", "someone else's"],
  ])
  func severalWordsMayBeAnAliasWhenTheyAreNoText(arguments: [String]) async throws {
    #expect(try await Decode.answers(arguments, environment: environment) == Self.named)
  }

  @Test func textThatMatchesGoesBeforeAnAliasOfSeveralWords() async throws {
    let arguments = ["port is someone else's: no room on /srv"]
    let expected = [Decode.Answer("disk-full", line: 1, captures: ["path": "/srv"])]
    #expect(try await Decode.answers(arguments, environment: environment) == expected)
  }

  @Test(arguments: ["port-taken", "EPORT\n", "[eport]:", " Eport. "])
  func aNameThatIsAllThereIsOnStandardInputIsFound(text: String) async throws {
    let expected = [Decode.Answer("port-taken", line: nil, captures: [:])]
    #expect(try await Decode.answers(input: Array(text.utf8), environment: environment) == expected)
  }

  @Test(arguments: [[], ["-f", "-"], ["--file", "-"], ["--file=-"]])
  func standardInputIsReadWithoutText(arguments: [String]) async throws {
    #expect(try await Decode.answers(arguments, input: Array(Self.text.utf8), environment: environment) == Self.found)
  }

  @Test(arguments: ["-f", "--file", "--file="])
  func aFileIsReadAndStandardInputIsNot(option: String) async throws {
    // An argument that holds a blank is text, an option's value is not.
    let isOneArgument = option.hasSuffix("=")
    let path = try disk.put(Self.text.utf8, at: isOneArgument ? "deploy.log" : "a folder/-deploy.log")
    let arguments = isOneArgument ? [option + path] : [option, path]
    #expect(try await Decode.answers(arguments, input: Array("no room on /srv".utf8), environment: environment) == Self.found)
  }

  @Test func theOptionForTheIndexGoesBeforeTheVariable() async throws {
    let other = FixtureIndex.json.replacing("port-taken", with: "port-lost")
    let path = try disk.put(other.utf8, at: "other.json")
    #expect(try await Decode.answers(["EPORT"], environment: environment) == Self.named)
    #expect(try await Decode.answers(["EPORT", "--index", path], environment: environment) == [Decode.Answer("port-lost", line: nil)])
    #expect(try await Decode.answers(["EPORT", "--index", path]) == [Decode.Answer("port-lost", line: nil)])
  }
}
