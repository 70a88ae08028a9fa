import Cataloging
import Foundation
import Linting
import Testing

@Suite struct RuleTests {
  @Test func `the base of all fixtures is sound`() throws { #expect(try Fixture(name: "base").report() == "") }

  @Test(arguments: Fixture.all) func `a broken fixture has exactly its findings`(fixture: Fixture) throws {
    let report = try fixture.report()
    #expect(try fixture.findings().findings.contains { $0.rule == fixture.rule }, "\(report)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try report.write(toFile: fixture.expectedPath, atomically: true, encoding: .utf8)
      Testing.Issue.record("recorded \(fixture.name)")
    }
    #expect(try String(contentsOfFile: fixture.expectedPath, encoding: .utf8) == report)
  }

  @Test func `rules stand in the order of their ids, each once`() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Array(Set(ids)).sorted())
  }

  @Test func `every rule has a fixture, and every fixture a rule`() {
    #expect(Set(Fixture.all.map(\.rule)) == Set(Rule.all.map(\.id)))
  }

  @Test func `what is found while content is read has a rule, and no other rule does without a check`() {
    #expect(Set(Rule.all.filter { $0.check == nil }.map(\.id)) == Set(CatalogRule.allCases.map(\.rawValue)))
  }

  /// A finding is made by a rule, or of a case of `CatalogRule`; so its id is that of a rule.
  @Test(arguments: ["Cataloging", "Linting"]) func `no finding is made of a bare id`(target: String) throws {
    let folder = Fixture.folder + "/../../../Sources/\(target)"
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    #expect(!files.isEmpty)
    for file in files where !["Finding.swift", "Rule.swift"].contains(file) {
      #expect(try !String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).contains("Finding(rule:"), "\(file)")
    }
  }

  @Test(arguments: Rule.all) func `a rule is told in whole sentences, with two examples`(rule: Rule) {
    #expect(rule.summary.hasSuffix(".") && rule.reason.hasSuffix("."))
    #expect(!rule.bad.isEmpty && !rule.good.isEmpty && rule.bad != rule.good)
    #expect(rule.reason.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") })
  }

  @Test func `every rule has a file named after it`() throws {
    let folder = Fixture.folder + "/../../../Sources/Linting/Rules"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let names = Rule.all.map { $0.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift" }
    #expect(files == names.sorted())
  }
}
