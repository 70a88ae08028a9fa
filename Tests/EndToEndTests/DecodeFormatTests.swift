import Foundation
import Testing

/// The forms of an answer that are shared: Markdown, annotations of GitHub Actions, SARIF; and the chain that all show.
@Suite struct DecodeFormatTests {
  let disk = try! TemporaryFolder()
  let environment: [String: String?]

  static let text = "cc: not found\nnpm failed in 3 steps\nexited with code 2\n"

  init() throws {
    environment = ["DECODE_INDEX": try disk.put(ChainIndex.json.utf8, at: "index.json"), "GITHUB_STEP_SUMMARY": nil]
  }

  private func run(_ format: String, _ text: String, _ arguments: [String] = []) async throws -> Program.Run {
    try await Decode.run(["--format", format] + arguments, input: Array(text.utf8), environment: environment)
  }

  @Test func textShowsWhatWrapsTheCause() async throws {
    let run = try await run("text", Self.text)
    let expected = """
      No compiler                                                        [no-compiler]
      reported as  exit-code ← npm-failed ← no-compiler (the cause)

      line 1  cc: not found
      """
    #expect(run.output.hasPrefix(expected), "\(run.output)")
  }

  static let missingCause = """
    The cause is not in this text: this line only passes on that something failed.
    The lines before it hold the cause; copy from further up.
    """

  @Test func aTextWithoutTheCauseIsCalledThat() async throws {
    #expect(try await run("text", "npm failed in 3 steps").output.contains(Self.missingCause))
    #expect(try await run("text", Self.text).output.contains("The cause is not in this text") == false)
    #expect(try await Decode.run(["npm-failed"], environment: environment).output.contains("The cause is not in this text") == false)
  }

  @Test func markdownIsShortAndComplete() async throws {
    let expected = """
      ### [No compiler](https://example.com/errors/no-compiler/)

      Reported as: `exit-code` ← `npm-failed` ← **`no-compiler`** (the cause)

      Line 1:

      ```text
      cc: not found
      ```

      command `cc`

      It is \\*this\\*: `cc`.

      **1. Look**

      *look (reads only)*

      ```sh
      look cc
      ```

      [Why it happens, and how to stop it](https://example.com/errors/no-compiler/)

      Also found:

      - [npm failed](https://example.com/errors/npm-failed/), line 2
      - [Exit code](https://example.com/errors/exit-code/), line 3

      """
    #expect(try await run("markdown", Self.text) == Program.Run(status: 0, output: expected))
  }

  @Test func nothingInAPasteIsMarkup() async throws {
    let hostile = "login failed: ```` @octocat <b>x</b> [a](https://example.com) #1 ::error::x \u{1B}[31m%0A"
    let expected = """
      Line 1:

      `````text
      login failed: ```` @octocat <b>x</b> [a](https://example.com) #1 ::error::x %0A
      `````

      note ````` ```` @octocat <b>x</b> [a](https://example.com) #1 ::error::x %0A `````
      """
    let run = try await run("markdown", hostile)
    #expect(run.output.contains(expected), "\(run.output)")
  }

  @Test func annotationsAreEscaped() async throws {
    let expected = """
      ::error title=Login failed::line 1: login failed: 50%25, a::b%0AIt is *this*: 50%25, a::b.%0Ahttps://example.com/errors/login-failed/

      """
    #expect(try await run("github", "login failed: 50%, a::b") == Program.Run(status: 0, output: expected))
    let nothing = "::notice title=Nothing matched::No entry of the index describes this text.\n"
    #expect(try await run("github", "all is well") == Program.Run(status: 1, output: nothing))
  }

  @Test func theSummaryOfAWorkflowGetsTheMarkdown() async throws {
    let path = try disk.put("before\n".utf8, at: "summary.md")
    let variables = environment.merging(["GITHUB_STEP_SUMMARY": path]) { $1 }
    let run = try await Decode.run(["--format", "github"], input: Array(Self.text.utf8), environment: variables)
    #expect(run.status == 0 && run.errors == "")
    let markdown = try await self.run("markdown", Self.text).output
    #expect(try disk.text(at: "summary.md") == "before\n" + markdown + "\n")
    let failing = ["--format", "github", "run", "sh", "-c", "echo 'cc: not found'; exit 1"]
    #expect(try await Decode.run(failing, environment: variables).status == 1)
    #expect(try disk.text(at: "summary.md").components(separatedBy: "### [No compiler]").count == 3)
    let lost = environment.merging(["GITHUB_STEP_SUMMARY": disk.path("none/summary.md")]) { $1 }
    let other = try await Decode.run(["--format", "github"], input: Array(Self.text.utf8), environment: lost)
    #expect(other.status == 0 && other.output == run.output && other.errors.hasSuffix("No such file or directory\n"))
  }

  private struct Log: Decodable, Equatable {
    struct Run: Decodable, Equatable {
      let results: [Result]
    }
    struct Result: Decodable, Equatable {
      struct Location: Decodable, Equatable {
        struct Physical: Decodable, Equatable {
          struct Artifact: Decodable, Equatable { let uri: String }
          struct Region: Decodable, Equatable {
            let startLine: Int
            let startColumn: Int
          }
          let artifactLocation: Artifact
          let region: Region
        }
        struct Logical: Decodable, Equatable { let fullyQualifiedName: String }
        let physicalLocation: Physical?
        let logicalLocations: [Logical]?
      }
      let ruleId: String
      let ruleIndex: Int
      let level: String
      let locations: [Location]
      let partialFingerprints: [String: String]
    }
    let version: String
    let runs: [Run]
  }

  private func log(_ text: String, _ arguments: [String] = [], in folder: String? = nil) async throws -> Log {
    let run = try await Program.built("decode").run(
      ["--format", "sarif"] + arguments, input: Array(text.utf8), environment: environment, in: folder)
    return try JSONDecoder().decode(Log.self, from: Data(run.output.utf8))
  }

  @Test func sarifNamesThePlace() async throws {
    try disk.put(("\n  " + Self.text).utf8, at: "logs/a log.txt")
    let results = try await log("", ["-f", "./logs/a log.txt"], in: disk.path).runs[0].results
    #expect(results.map(\.ruleId) == ["no-compiler", "npm-failed", "exit-code"])
    #expect(results.map(\.level) == ["error", "warning", "warning"])
    #expect(results.map(\.ruleIndex) == [0, 1, 2])
    let place = try #require(results[0].locations[0].physicalLocation)
    #expect(place.artifactLocation.uri == "logs/a%20log.txt" && place.region == .init(startLine: 2, startColumn: 3))
    let absolute = try await log("", ["-f", disk.path("logs/a log.txt")], in: disk.path).runs[0].results
    #expect(absolute == results)
    let piped = try await log(Self.text).runs[0].results
    #expect(piped[0].locations == [.init(physicalLocation: nil, logicalLocations: [.init(fullyQualifiedName: "standard input:1:1")])])
    #expect(piped.map(\.partialFingerprints) == results.map(\.partialFingerprints))
    #expect(Set(piped.compactMap { $0.partialFingerprints["decode/v1"] }).count == 3)
    #expect(try await log("all is well").runs == [.init(results: [])])
  }

  @Test(arguments: ["markdown", "github", "sarif"])
  func noSecretIsShared(format: String) async throws {
    let secrets = ["hunter2-hunter2", "gh" + "p_16C7e42F292c6912E7710c838347Ae178B4a", "ops@example.org", "s3cr3tpw"]
    let text = """
      DB_PASSWORD=\(secrets[0])
      login failed: \(secrets[0]) \(secrets[1]) for \(secrets[2]) at postgres://app:\(secrets[3])@db/shop
      """
    let run = try await run(format, text)
    #expect(run.status == 0)
    for secret in secrets { #expect(!run.output.contains(secret), "\(run.output)") }
    #expect(run.output.contains("[redacted] [redacted] for [redacted] at postgres://app:[redacted]@db/shop"))
    let set = try await self.run(format, "login failed: x", ["--set", "note=\(secrets[1])"])
    #expect(set.status == 0 && !set.output.contains(secrets[1]))
    for own in ["text", "json"] { #expect(try await self.run(own, text).output.contains(secrets[1])) }
  }

  @Test func aListHasAFormForTickets() async throws {
    let run = try await Decode.run(["list", "--format", "markdown"], environment: environment)
    #expect(run.output.hasPrefix("- `exit-code` [Exit code](https://example.com/errors/exit-code/)\n"))
  }
}
