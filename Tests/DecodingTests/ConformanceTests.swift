import Foundation
import Testing

@testable import Decoding

/// The table that holds both engines to one set of answers: this one, and the page's in `templates/assets/decoder.mjs`.
///
/// With `RECORD_GOLDENS=1` its lines are written anew, and the run fails.
@Suite struct ConformanceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Conformance").standardized
  private static let table = folder.appending(path: "table.jsonl")

  @Test func `Every text of the table is read, matched, ranked and answered as it says`() throws {
    let decoder = try ErrorDecoder(indexJSON: Array(Data(contentsOf: Self.folder.appending(path: "index.json"))))
    let lines = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n").map { Array($0.utf8) }
    #expect(lines.count > 50)
    let traces = try lines.map { try trace(of: $0, decoder) }
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(traces.joined(separator: [0x0A]) + [0x0A]).write(to: Self.table)
      Testing.Issue.record("recorded \(Self.table.lastPathComponent)")
    }
    for (line, trace) in zip(lines, traces) where line != trace {
      let common = zip(line, trace).prefix { $0 == $1 }.count
      let part = { (bytes: [UInt8]) in String(decoding: bytes.dropFirst(max(0, common - 80)).prefix(200), as: UTF8.self) }
      Testing.Issue.record("expected …\(part(line))…\nis …\(part(trace))…\nRECORD_GOLDENS=1 records the table as it is.")
    }
  }

  /// A line of the table, with what the engine makes of its text.
  private func trace(of line: [UInt8], _ decoder: ErrorDecoder) throws -> [UInt8] {
    let text = try TextRecord.text(inLine: line)
    var session = decoder.session()
    try session.append(text)
    let hits = try session.finish().ranked.map { json(of: $0.hit, decoder.tables) }
    return JSONValue.object([
      ("name", .string(try name(inLine: line))), ("text", .string(String(decoding: text, as: UTF8.self))),
      ("lines", .array(PlainDecoder.lines(of: text).map { json(of: $0.line) })), ("hits", .array(hits)),
      ("answer", try decoder.decode(text).json(siteURL: decoder.tables.site.url)),
    ]).bytes
  }

  private func name(inLine line: [UInt8]) throws -> String {
    var scanner = JSONScanner(line)
    var name = ""
    try scanner.object { scanner, key throws(JSONScanner.Failure) in
      if key == "name" { name = try scanner.string() } else { try scanner.skip() }
    }
    return name
  }

  private func json(of line: NormalizedLine) -> JSONValue {
    .object([
      ("text", .string(text(of: line))), ("columns", .string(runs(line.columns))), ("marks", .array(line.startMarks.map(JSONValue.int))),
      ("views", .array((line.views?.documents ?? []).map { document in .strings(document.map { "\($0.ordinal): \(text(of: $0))" }) })),
    ])
  }

  private func json(of hit: Hit, _ tables: IndexTables) -> JSONValue {
    let text = { (span: Hit.Span) in "\(span.line):\(span.columns.lowerBound)-\(span.columns.upperBound)" }
    return .object([
      ("entry", .string(tables.slug(of: hit.entry))), ("signature", .int(hit.signature)), ("weight", .int(hit.weight)),
      ("row", .int(hit.row)), ("spans", .strings(hit.spans.map(text))),
      ("captures", .strings(hit.captures.map { "\($0.name)=\($0.value) \(text($0.span))" })),
    ])
  }

  private func text(of line: NormalizedLine) -> String { String(String.UnicodeScalarView(line.scalars)) }

  /// `1-4 9-12`: numbers that rise by one, as their first and last.
  private func runs(_ numbers: [Int32]) -> String {
    var parts: [ClosedRange<Int32>] = []
    for number in numbers {
      if let last = parts.last, number == last.upperBound + 1 {
        parts[parts.count - 1] = last.lowerBound...number
      } else {
        parts.append(number...number)
      }
    }
    return parts.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }
}
