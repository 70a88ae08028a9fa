import Cataloging
import Foundation
import Testing

@testable import Rendering

@Suite struct TemplateReferenceTests {
  static let path = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/.github/docs/templates.md"

  /// `RECORD_GOLDENS=1` writes the page anew, and fails; it refuses while a name has gone and the version is the old one.
  @Test func theReferenceIsThatOfTheViews() throws {
    let text = try TemplateReference.text()
    let written = (try? String(contentsOfFile: Self.path, encoding: .utf8)) ?? ""
    guard text != written else { return }
    let lost = TemplateReference.names(in: written).subtracting(TemplateReference.names(in: text))
    let isSameVersion = written.contains("\nVersion \(TemplateReference.version).")
    guard !isSameVersion || lost.isEmpty else {
      Testing.Issue.record("templates lose \(lost.sorted().joined(separator: ", ")): let TemplateReference.version grow")
      return
    }
    let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
    if isRecording { try text.write(toFile: Self.path, atomically: true, encoding: .utf8) }
    Testing.Issue.record(
      isRecording ? "recorded the reference" : "the reference of templates is not that of the views: RECORD_GOLDENS=1 writes it anew")
  }

  @Test func theStylesOfASiteAreThePropertiesOfTheStylesheet() throws {
    let stylesheet = try #require(try Fixture.templates().first { $0.path == Assets.stylesheet })
    let root = try #require(String(decoding: stylesheet.bytes, as: UTF8.self).split(separator: ":root {")[1].split(separator: "}").first)
    let properties = root.split(separator: "\n").compactMap { line in
      line.drop { $0 == " " }.hasPrefix("--") ? String(line.drop { $0 == " " }.dropFirst(2).prefix { $0 != ":" }) : nil
    }
    #expect(properties.sorted() == SettingsParser.styles)
  }
}
