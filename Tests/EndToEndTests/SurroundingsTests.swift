import Foundation
import Testing

/// Errors in the midst of logs, decoded with the index that is built in.
@Suite struct SurroundingsTests {
  /// What `--format json` says of the first answer.
  struct Answer: Decodable {
    let entry: String
    let line: Int
    let text: String
    let captures: [String: String]
  }

  static func firstAnswer(to log: String) async throws -> Answer? {
    struct Document: Decodable {
      let diagnoses: [Answer]
    }
    let run = try await Decode.run(["--format", "json"], input: Array(log.utf8))
    #expect((0...1).contains(run.status) && run.errors.isEmpty)
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).diagnoses.first
  }

  @Test(arguments: Surroundings.all, Paste.all)
  func anErrorIsTheFirstAnswerWhateverStandsAroundIt(surroundings: Surroundings, paste: Paste) async throws {
    let log = surroundings.log(paste.lines)
    let answer = try #require(try await Self.firstAnswer(to: log), "\(log)")
    #expect(answer.entry == paste.entry)
    for name in ["host", "port"] { #expect(answer.captures[name] == paste.captures[name], "\(name) in \(log)") }
    let lines = log.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    try #require((1...lines.count).contains(answer.line))
    #expect(answer.text == lines[answer.line - 1])
  }

  /// A wrapped line may hide a value, what stands beside it may not.
  @Test(arguments: Surroundings.all.filter { !$0.isWrapped && !$0.isEscaped }, Paste.all)
  func theSurroundingsNeitherAddNorHideAValue(surroundings: Surroundings, paste: Paste) async throws {
    #expect(try await Self.firstAnswer(to: surroundings.log(paste.lines))?.captures == paste.captures)
  }

  @Test(arguments: Surroundings.all.filter(\.isEscaped), Paste.all)
  func anEscapedTextHasTheValuesOfThePlainOne(surroundings: Surroundings, paste: Paste) async throws {
    let answer = try await Self.firstAnswer(to: surroundings.log(paste.lines))
    #expect(answer?.captures == paste.captures)
  }

  @Test(arguments: 58...64)
  func aValueThatATerminalWrapsIsNotCutShort(width: Int) async throws {
    let answer = try await Self.firstAnswer(to: Surroundings.wrapped(at: width).log(Paste.all[0].lines))
    #expect(answer?.captures["port"] == "8787")
  }

  @Test(arguments: Surroundings.all)
  func theSurroundingsAloneAreNoneOfTheseErrors(surroundings: Surroundings) async throws {
    let log = surroundings.log(["Server listening on http://10.0.0.5:3000", "ready in 312 ms"])
    let entries = Set(Paste.all.map(\.entry))
    #expect(try await Decode.answers(input: Array(log.utf8)).filter { entries.contains($0.entry) } == [], "\(log)")
  }
}
