import Building
import Cataloging
import Foundation
import Linting
import Testing

/// A folder of `Fixtures/`, named after a rule, or after a rule, a full stop and a case: files laid over the sound content of `base`,
/// a list `absent` of files that it lacks, a list `large` of files too large to keep, each with its number of bytes, and `expected.txt`,
/// all that is printed about it.
struct Fixture: Sendable, CustomTestStringConvertible {
  static let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Fixtures"

  /// Every broken folder, sorted.
  static let all: [Fixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0 != "base" && !$0.hasPrefix(".") }.sorted().map(Fixture.init)
  }()

  let name: String

  var rule: String { String(name.prefix { $0 != "." }) }
  var testDescription: String { name }
  var expectedPath: String { "\(Self.folder)/\(name)/expected.txt" }

  /// The content of the base with this fixture's files over it.
  func files() throws -> [SourceFile] {
    let own = name == "base" ? [] : try ContentReader.read("\(Self.folder)/\(name)")
    let isContent = { (file: SourceFile) in !["expected.txt", "absent", "large"].contains(file.path) }
    let lines = { (name: String) in
      own.filter { $0.path == name }.flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").map(String.init) }
    }
    let large = lines("large").map { line in
      let parts = line.split(separator: " ")
      return SourceFile(path: String(parts[0]), bytes: [UInt8](repeating: UInt8(ascii: "x"), count: Int(parts[1]) ?? 0))
    }
    let replaced = Set(own.map(\.path)).union(lines("absent"))
    let base = try ContentReader.read("\(Self.folder)/base").filter { !replaced.contains($0.path) }
    return (base + own.filter(isContent) + large).sorted { $0.path < $1.path }
  }

  /// What the linter finds, on a day that is always the same.
  func findings() throws -> (findings: [Finding], files: [SourceFile]) {
    let files = try files()
    return (try Linter.findings(in: ReadContent(files), today: "2026-11-22"), files)
  }

  func report() throws -> String {
    let (findings, files) = try findings()
    return FindingReporter.text(findings, sources: files)
  }
}
