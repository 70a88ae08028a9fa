import Decoding
import Foundation
import Testing

@testable import Cataloging

/// The reader, the schema and the reference know the same keys.
struct ContentSchemaTests {
  /// A key with a value of a shape that it cannot have, in a file of content.
  struct Misshapen: CustomTestStringConvertible, Sendable {
    let table: String
    let key: String
    let path: String
    let text: String

    var testDescription: String { "\(key) of \(table)" }
  }

  static let misshapen: [Misshapen] =
    keys(of: .entry, path: Content.path) { "---\n\($0)\n---\n" }
    + keys(of: .signature, path: Content.path, beside: "match: x") { "---\nsignatures: [{ \($0) }]\n---\n" }
    + keys(of: .sample, path: Content.path, beside: "text: x") { "---\nsamples: [{ \($0) }]\n---\n" }
    + keys(of: .counterexample, path: Content.path, beside: "text: x") { "---\ncounterexamples: [{ \($0) }]\n---\n" }
    + keys(of: .site, path: "site.yml") { "\($0)\n" } + keys(of: .callout, path: "site.yml") { "callout: { \($0) }\n" }
    + keys(of: .minimum, path: "site.yml") { "minimum: { \($0) }\n" }
    + keys(of: .grouping, path: "areas.yml") { "node: { \($0) }\n" } + keys(of: .grouping, path: "conditions.yml") { "x: { \($0) }\n" }

  private static func keys(
    of table: FieldTable, path: String, beside other: String? = nil, in text: (String) -> String
  ) -> [Misshapen] {
    table.fields.map { field in
      let value =
        switch field.shape {
        case .line, .text, .word, .flag, .number: "{ a: b }"
        case .list, .map, .values: "a text"
        }
      let others = other.flatMap { table.alternatives.contains(field.name) ? nil : "\($0), " } ?? ""
      return Misshapen(table: table.subject, key: field.name, path: path, text: text("\(others)\(field.name): \(value)"))
    }
  }

  @Test(arguments: misshapen)
  func `every key of a table is read`(_ key: Misshapen) {
    let findings = Catalog.build(files: Content.files([key.path: key.text])).findings.filter { $0.place.path == key.path }
    #expect(findings.contains { $0.rule == "wrong-shape" && $0.message.contains(" is ") }, "\(findings.map(\.summary))")
    #expect(!findings.contains { $0.rule == "unknown-key" })
  }

  @Test func `the schemas have the keys of the tables, and refuse others`() throws {
    try expect(.entry, [.entry, .signature, .sample, .counterexample])
    try expect(.site, [.site, .callout, .minimum])
    try expect(.groupings, [.grouping])
  }

  private func expect(_ schema: ContentSchema, _ tables: [FieldTable]) throws {
    let objects = try closedObjects(in: JSONSerialization.jsonObject(with: Data(schema.jsonSchema.bytes)))
    let found: [[String]] = objects.map { $0.sorted() }
    let known: [[String]] = tables.map { $0.names.sorted() }
    #expect(Set(found) == Set(known) && found.count == known.count)
  }

  /// The names of the properties of each object that takes no others.
  private func closedObjects(in value: Any) -> [[String]] {
    if let list = value as? [Any] { return list.flatMap(closedObjects) }
    guard let object = value as? [String: Any] else { return [] }
    let own = object["additionalProperties"] as? Bool == false ? [(object["properties"] as? [String: Any] ?? [:]).map(\.key)] : []
    return own + object.values.flatMap(closedObjects)
  }

  @Test func `the reference has a row for every key`() {
    let tables: [FieldTable] = [.entry, .signature, .sample, .counterexample, .site, .callout, .minimum, .grouping]
    let rows = ContentReference.markdown.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { $0.split(separator: "`")[1] }
    #expect(rows.map(String.init) == tables.flatMap(\.names))
  }
}
