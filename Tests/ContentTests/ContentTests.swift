import Building
import Cataloging
import Dispatch
import Foundation
import Linting
import Testing

/// The content of this repository keeps every rule of `decode-site check`: each sample decodes to its own entry first, with its captures,
/// no counterexample does, shells can read its commands, and nothing fires on the healthy logs. Warnings are left to `check`.
@Suite struct ContentTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content").standardizedFileURL.path()

  static let content = Result { ReadContent(try ContentReader.read(folder)) }

  @Test func `The content has no error`() throws {
    let content = try Self.content.get()
    let outside = Outside(checkScripts: { scripts in try ShellPrograms.complaints(about: scripts) })
    let findings = try Linter.findings(in: content, today: Self.today, outside: outside) { count, body in
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
    let errors = findings.filter { $0.severity == .error }
    #expect(FindingReporter.text(errors, sources: content.files, prefix: "content/") == "")
  }

  @Test func `There is enough to be held to`() throws {
    let content = try Self.content.get()
    let entries = try #require(content.catalog).entries
    #expect(!entries.isEmpty && entries.allSatisfy { !$0.samples.isEmpty && !$0.counterexamples.isEmpty })
    let lineCount = BenignLogs.among(content.files).reduce(0) { $0 + $1.bytes.count { $0 == UInt8(ascii: "\n") } }
    #expect(lineCount >= 20_000)
  }

  private static var today: String { String(Date(timeIntervalSinceNow: 14 * 3600).ISO8601Format().prefix(10)) }
}
