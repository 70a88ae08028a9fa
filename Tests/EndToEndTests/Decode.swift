import Foundation
import Testing

/// `decode`, with the answers of `--format json` as values.
enum Decode {
  /// What a test looks at in an answer.
  struct Answer: Decodable, Equatable {
    var entry: String
    /// Nil when the entry was asked for by name.
    var line: Int?
    var captures: [String: String]

    init(_ entry: String, line: Int?, captures: [String: String] = [:]) {
      self.entry = entry
      self.line = line
      self.captures = captures
    }
  }

  private struct Document: Decodable {
    let diagnoses: [Answer]
  }

  static func run(
    _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String?] = [:], output: Program.Output = .file
  ) async throws -> Program.Run {
    try await Program.built("decode").run(arguments, input: input, environment: environment, output: output)
  }

  /// The answers to a run that read its input and its index; the exit status must agree with them.
  static func answers(
    _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String?] = [:]
  ) async throws -> [Answer] {
    let run = try await run(["--format", "json"] + arguments, input: input, environment: environment)
    let answers = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).diagnoses
    #expect(run == Program.Run(status: answers.isEmpty ? 1 : 0, output: run.output))
    return answers
  }
}
