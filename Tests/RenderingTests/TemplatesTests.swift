import Cataloging
import Rendering
import Testing

@Suite struct TemplatesTests {
  func failure(_ replacements: [String: String?]) throws -> String {
    var texts: [String: String?] = ["entry.mustache": "", "home.mustache": "", "assets/site.css": "", "assets/icon.svg": ""]
    texts.merge(replacements) { $1 }
    let files = texts.compactMap { path, text in text.map { SourceFile(path: path, bytes: Array($0.utf8)) } }
    return try #require(throws: TemplateFailure.self) { try Templates(files) }.description
  }

  @Test(
    arguments: [
      (["home.mustache": nil], "home.mustache: there is no such template"),
      (["assets/site.css": nil], "assets/site.css: there is no such file"),
      (["assets/icon.svg": nil], "assets/icon.svg: there is no such file"),
      (
        ["entry.mustache": "a\n{{> partials/head }}\n"],
        "entry.mustache:2: includes partials/head, but there is no partials/head.mustache"
      ),
      (["entry.mustache": "a\n{{#x}}\n{{/y}}\n"], "entry.mustache:3: closes a section that is not the one open here"),
      (["partials/a.mustache": "{{#x}}\n\n"], "partials/a.mustache:3: ends before a section is closed"),
      (["home.mustache": "\r\n\r\n{{x y}}\r\n"], "home.mustache:3: holds a tag that does not end in }}"),
    ] as [([String: String?], String)])
  func aFaultyTemplateIsNamedWithItsLine(replacements: [String: String?], message: String) throws {
    #expect(try failure(replacements) == message)
  }

  @Test func aTemplateThatIsNotUTF8IsNamed() {
    let failure = #expect(throws: TemplateFailure.self) {
      try Templates([SourceFile(path: "entry.mustache", bytes: [0xFF]), SourceFile(path: "home.mustache", bytes: [])])
    }
    #expect(failure?.description == "entry.mustache: is not UTF-8")
  }
}
