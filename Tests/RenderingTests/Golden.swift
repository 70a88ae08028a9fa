import Foundation
import Testing

/// Expected pages, kept beside the tests. With `RECORD_GOLDENS=1` they are written anew, and the run fails.
enum Golden {
  static let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Goldens"

  static func expect(_ text: String, is name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let path = "\(folder)/\(name)"
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Testing.Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    guard text != expected else { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, expectedLines).prefix { $0 == $1 }.count
    Testing.Issue.record(
      """
      \(name) differs from line \(first + 1) on
      expected: \(first < expectedLines.count ? expectedLines[first] : "(its end)")
      is:       \(first < lines.count ? lines[first] : "(its end)")
      RECORD_GOLDENS=1 records the page as it is.
      """,
      sourceLocation: sourceLocation)
  }
}
