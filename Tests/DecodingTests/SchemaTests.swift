import Decoding
import Foundation
import Testing

/// The published schema describes what is published: it allows a real index and forbids a broken one.
@Suite struct SchemaTests {
  private func indexJSON() throws -> [UInt8] {
    let entry = IndexedEntry(
      slug: "a", area: "node", url: "errors/a/", title: "T", code: nil, aliases: ["x"], condition: "c", role: .exitStatus, summary: "S",
      signatures: [
        IndexedSignature(lines: [try Signature("exit {status:int}")], unless: [try Signature("all good")], label: "L", since: "1"),
        IndexedSignature(lines: [try Signature("a b"), try Signature("c d")]),
      ],
      steps: [
        IndexedStep(
          title: "T", text: "X",
          commands: [IndexedCommand(systems: [.macos], risk: .look, shell: .sh, text: "ls", note: "")])
      ],
      faq: [IndexedQuestion(question: "Q", answer: "A", anchor: "faq-q")],
      captures: [IndexedCapture(name: "status", type: .int, example: "1")])
    return SearchIndex(site: IndexedSite(title: "T", url: nil, content: ""), entries: [entry]).json
  }

  private func index(_ change: (inout [String: Any]) -> Void = { _ in }) throws -> Any {
    var object = try #require(try JSONSerialization.jsonObject(with: Data(try indexJSON())) as? [String: Any])
    change(&object)
    return object
  }

  private func violations(_ value: Any, of schema: [UInt8] = SearchIndex.jsonSchema) throws -> [String] {
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(schema)) as? [String: Any])
    return try SchemaValidator(root: schema).violations(of: value, schema: schema, at: "")
  }

  @Test func `A real index is valid`() throws { #expect(try violations(try index()) == []) }

  @Test func `A broken index is not`() throws {
    #expect(try violations(try index { $0["schema"] = 2 }) == ["/schema: not the constant"])
    #expect(try violations(try index { $0["site"] = nil }) == [": site is missing"])
    let broken = try index { object in
      var entries = object["entries"] as? [[String: Any]] ?? []
      entries[0]["role"] = "other"
      entries[0]["types"] = ["status": "number"]
      entries[0]["aliases"] = [1]
      object["entries"] = entries
    }
    #expect(
      try violations(broken) == [
        "/entries/0/aliases/0: not string", "/entries/0/role: not in the enumeration", "/entries/0/types/status: not in the enumeration",
      ])
  }

  private func answer(_ text: String) throws -> Any {
    let decoder = try ErrorDecoder(indexJSON: try indexJSON())
    return try JSONSerialization.jsonObject(with: Data(try decoder.decode(Array(text.utf8)).json(siteURL: nil).bytes))
  }

  @Test(arguments: ["exit 7", "all is well", ""])
  func `An answer is valid`(text: String) throws { #expect(try violations(try answer(text), of: Answer.jsonSchema) == []) }

  @Test func `A broken answer is not`() throws {
    var object = try #require(try answer("exit 7") as? [String: Any])
    var diagnoses = object["diagnoses"] as? [[String: Any]] ?? []
    diagnoses[0]["role"] = "other"
    diagnoses[0]["line"] = "1"
    diagnoses[0]["title"] = nil
    object["diagnoses"] = diagnoses
    object["matched"] = "yes"
    #expect(
      try violations(object, of: Answer.jsonSchema) == [
        "/diagnoses/0/line: not integer or null", "/diagnoses/0/role: not in the enumeration", "/diagnoses/0: title is missing",
        "/matched: not boolean",
      ])
  }

  @Test func `The schema names every type of hole`() throws {
    let text = String(decoding: SearchIndex.jsonSchema, as: UTF8.self)
    #expect(HoleType.allCases.filter { !text.contains("\"\($0.rawValue)\"") } == [])
  }
}

/// The keywords of JSON Schema that ours uses; any other is an error, not passed over.
struct SchemaValidator {
  struct UnknownKeyword: Error { let keyword: String }

  let root: [String: Any]

  func violations(of value: Any, schema: [String: Any], at path: String) throws -> [String] {
    var result: [String] = []
    for (keyword, argument) in schema.sorted(by: { $0.key < $1.key }) {
      switch keyword {
      case "$schema", "$defs", "title", "description": break
      case "$ref":
        let name = (argument as? String ?? "").replacing("#/$defs/", with: "")
        let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
        result += try violations(of: value, schema: target, at: path)
      case "const": if (value as? NSObject) != (argument as? NSObject) { result.append("\(path): not the constant") }
      case "enum":
        if !(argument as? [NSObject] ?? []).contains(where: { $0 == value as? NSObject }) {
          result.append("\(path): not in the enumeration")
        }
      case "type":
        let names = argument as? [String] ?? [argument as? String ?? ""]
        if !names.contains(where: { Self.isType($0, value) }) { result.append("\(path): not \(names.joined(separator: " or "))") }
      case "required":
        let object = value as? [String: Any] ?? [:]
        result += (argument as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
      case "properties":
        for (name, schema) in (argument as? [String: [String: Any]] ?? [:]).sorted(by: { $0.key < $1.key }) {
          if let member = (value as? [String: Any])?[name] { result += try violations(of: member, schema: schema, at: "\(path)/\(name)") }
        }
      case "additionalProperties":
        for (name, member) in (value as? [String: Any] ?? [:]).sorted(by: { $0.key < $1.key }) {
          result += try violations(of: member, schema: argument as? [String: Any] ?? [:], at: "\(path)/\(name)")
        }
      case "items":
        for (index, element) in (value as? [Any] ?? []).enumerated() {
          result += try violations(of: element, schema: argument as? [String: Any] ?? [:], at: "\(path)/\(index)")
        }
      default: throw UnknownKeyword(keyword: keyword)
      }
    }
    return result
  }

  private static func isType(_ name: String, _ value: Any) -> Bool {
    switch name {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "integer": value is Int
    case "boolean": value is Bool
    default: false
    }
  }
}
