import Decoding
import Testing

/// How a text's failures were reported, and what an answer keeps when it is shared.
@Suite struct AnswerChainTests {
  private func entry(_ slug: String, _ role: Role, _ match: String) throws -> IndexedEntry {
    let signature = try Signature(match)
    return IndexedEntry(
      slug: slug, area: "a", url: "errors/\(slug)/", title: slug, code: nil, aliases: [], condition: nil, role: role, summary: "S",
      signatures: [IndexedSignature(lines: [signature])], steps: [], faq: [],
      captures: match.contains("{word}") ? [IndexedCapture(name: "word", type: .word, example: "x")] : [])
  }

  private func decoder() throws -> ErrorDecoder {
    let entries = [
      try entry("cause", .cause, "compiler is missing"), try entry("other-cause", .cause, "disk is full"),
      try entry("inner", .wrapper, "gyp failed with {word}"), try entry("outer", .wrapper, "npm failed here"),
      try entry("java", .wrapper, "exception in thread"), try entry("status", .exitStatus, "exited with code"),
      try entry("unit", .exitStatus, "unit has failed"),
    ]
    return try ErrorDecoder(indexJSON: SearchIndex(site: IndexedSite(title: "T", url: nil, content: ""), entries: entries).json)
  }

  private func chain(_ text: String) throws -> [String] { try decoder().decode(Array(text.utf8)).chain.map(\.entry.slug) }

  @Test(arguments: [
    ("compiler is missing", []),
    ("compiler is missing\ndisk is full", []),
    ("compiler is missing\ngyp failed with x", ["inner", "cause"]),
    ("compiler is missing\ngyp failed with x\nnpm failed here\nexited with code", ["status", "outer", "inner", "cause"]),
    ("exited with code\ncompiler is missing\nunit has failed", ["unit", "status", "cause"]),
    ("exception in thread\ngyp failed with x\ncompiler is missing", ["java", "inner", "cause"]),
    ("exception in thread\ncompiler is missing\ngyp failed with x\nnpm failed here", ["outer", "inner", "java", "cause"]),
    ("gyp failed with compiler is missing", ["inner", "cause"]),
    ("compiler is missing, gyp failed with x", ["inner", "cause"]),
    ("disk is full\ngyp failed with x\ncompiler is missing", ["inner", "other-cause"]),
    ("gyp failed with x\nnpm failed here", ["outer", "inner"]),
    ("npm failed here", ["outer"]),
    ("nothing of that", []),
  ])
  func theChainEndsAtTheCause(text: String, expected: [String]) throws {
    #expect(try chain(text) == expected)
  }

  @Test(arguments: [
    ("compiler is missing\nnpm failed here", false), ("npm failed here", true), ("exited with code", true), ("nothing of that", false),
  ])
  func aTextWithoutACauseIsKnown(text: String, lacksCause: Bool) throws {
    #expect(try decoder().decode(Array(text.utf8)).lacksCause == lacksCause)
  }

  @Test func aNameHasNeitherChainNorLack() throws {
    let answer = Answer(diagnoses: try decoder().lookUp("outer"))
    #expect(answer.chain == [] && !answer.lacksCause)
  }

  @Test func theEndOfALongerTextHasItsLines() throws {
    let answer = try decoder().decode(Array("a\ngyp failed with x".utf8))
    let whole = try decoder().decode(Array((String(repeating: "b\n", count: 40) + "a\ngyp failed with x").utf8))
    #expect(answer.moved(downBy: 40) == whole)
    #expect(answer.moved(downBy: 0) == answer)
  }

  @Test func whatIsSharedHoldsNoSecret() throws {
    let text = "TOKEN=hunter2secret\n\u{1B}[31mgyp failed with hunter2secret\u{1B}[0m for ops@example.com"
    let shared = try decoder().decode(Array(text.utf8)).redacted(secrets: Redactor.secrets(in: text))
    let diagnosis = try #require(shared.diagnoses.first)
    #expect(diagnosis.captures.map(\.value) == ["[redacted]"])
    #expect(diagnosis.evidence?.text == "gyp failed with [redacted] for [redacted]")
    #expect(diagnosis.evidence?.line == 2 && diagnosis.evidence?.spans == [])
  }

  @Test func aShortSecretIsTakenOutOfValuesOnly() throws {
    let text = "password=a gyp failed with a"
    let diagnosis = try decoder().decode(Array(text.utf8)).redacted(secrets: Redactor.secrets(in: text)).diagnoses[0]
    #expect(diagnosis.captures.map(\.value) == ["[redacted]"])
    #expect(diagnosis.evidence?.text == "password=[redacted] gyp failed with a")
  }
}
