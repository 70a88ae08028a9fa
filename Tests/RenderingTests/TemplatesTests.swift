import BuiltInTemplates
import Cataloging
import Testing

@testable import Rendering

@Suite struct TemplatesTests {
  static let head = "<title>{{pageTitle}}</title>\n"

  /// What is wrong with templates of which all but some are as short as can be.
  func findings(_ replacements: [String: String?]) throws -> [String] {
    let paths = TemplatePage.allCases.map(\.path) + Assets.linked + [Assets.serviceWorker]
    var texts: [String: String?] = Dictionary(uniqueKeysWithValues: paths.map { ($0, "") })
    texts.merge(replacements) { $1 }
    let files = texts.compactMap { path, text in text.map { SourceFile(path: path, bytes: Array($0.utf8)) } }
    do throws(TemplateFailure) {
      _ = try Templates(files)
      return []
    } catch {
      return error.findings.map {
        "\($0.place.path):\($0.place.line):\($0.place.column): \($0.message) [\($0.rule)]: \($0.hint)"
      }
    }
  }

  @Test(
    arguments: [
      ("{{titel}}", "1:1: there is no 'titel' here [unknown-name]: did you mean 'title'?"),
      ("é\n <p>{{{summaryHtml}}}", "2:5: there is no 'summaryHtml' here [unknown-name]: did you mean 'summaryHTML'?"),
      ("{{#step}}{{anything}}{{/step}}", "1:1: there is no 'step' here [unknown-name]: did you mean 'steps'?"),
      ("{{^hasStep}}{{/hasStep}}", "1:1: there is no 'hasStep' here [unknown-name]: did you mean 'hasSteps'?"),
      ("{{topicAnchor}}", "1:1: there is no 'topicAnchor' here [unknown-name]: "),
      ("{{#steps}}{{/steps}}{{topicAnchor}}", "1:21: there is no 'topicAnchor' here [unknown-name]: "),
      ("{{.}}", "1:1: '.' stands for nothing here [unknown-name]: use it in a section of a text or of a list of texts"),
      ("{{^canonical}}{{.}}{{/canonical}}", "1:15: '.' stands for nothing here [unknown-name]: "),
      ("{{summaryHTML}}", "1:1: 'summaryHTML' is HTML, which {{ }} would escape [unescaped-html]: write {{{summaryHTML}}}"),
      ("{{{title}}}", "1:1: 'title' is text, which {{{ }}} would not escape [raw-text]: write {{title}}"),
      ("{{#canonical}}{{{.}}}{{/canonical}}", "1:15: '.' is text, which {{{ }}} would not escape [raw-text]: write {{.}}"),
      ("{{steps}}", "1:1: 'steps' is a section and has no text of its own [not-a-value]: write {{#steps}} … {{/steps}}"),
      ("{{#hasSteps}}\n<p>", "1:1: the section 'hasSteps' is not closed [unclosed-section]: add {{/hasSteps}}"),
      ("\n{{/hasSteps}}", "2:1: no section is open here [stray-end]: take it out, or add {{#hasSteps}} before it"),
      (
        "{{#steps}}\n{{/step}}\n{{/steps}}",
        "2:1: this closes 'step', but the section open here is 'steps' of line 1 [stray-end]: close 'steps' first: {{/steps}}"
      ),
      (
        "{{#steps}}{{#hasSteps}}{{/steps}}",
        "1:24: this closes 'steps', but the section open here is 'hasSteps' of line 1 [stray-end]: close 'hasSteps' first: {{/hasSteps}}"
      ),
      ("{{>partials/hed}}", "1:1: there is no partials/hed.mustache [unknown-partial]: did you mean 'partials/head'?"),
      ("\r\n{{title\r\n}}", "2:1: this tag does not end [broken-tag]: close it with }} on the same line"),
      ("{{=<% %>=}}", "1:1: '{{=<% %>=}}' is no tag of a template [broken-tag]: use {{name}}, "),
      ("{{*title}}", "1:1: '{{*title}}' is no tag of a template [broken-tag]: "),
      ("{{! two\nlines }}{{titel}}", "2:9: there is no 'titel' here [unknown-name]: did you mean 'title'?"),
    ])
  func aMistakeIsFoundWithItsPlaceAndHowToMendIt(text: String, finding: String) throws {
    let use = "{{>partials/head}}\n"
    let findings = try findings(["entry.mustache": text, "home.mustache": use, "partials/head.mustache": Self.head])
    #expect(findings.count == 1 && findings[0].hasPrefix("entry.mustache:\(finding)"), "\(findings)")
  }

  @Test(
    arguments: [
      (["home.mustache": nil], ["home.mustache:1:1: there is no such file [missing-template]: add it: every site needs it"]),
      (["assets/site.css": nil], ["assets/site.css:1:1: there is no such file [missing-template]: add it: every site needs it"]),
      (
        ["entri.mustache": "", "notes.txt": "", "assets/own.txt": ""],
        [
          "entri.mustache:1:1: no page uses this file [unused-template]: did you mean entry.mustache?",
          "notes.txt:1:1: no page uses this file [unused-template]: include it somewhere, move it to assets/, or delete it",
        ]
      ),
      (
        ["entry.mustache": "<p>\n  {{>a}}\n{{>a}} {{>a}}\n", "a.mustache": "{{>b}}\n", "b.mustache": "<PRE>\n"],
        [
          "entry.mustache:2:3: this tag is indented, and so would be the lines of the <pre> in a [indented-partial]: "
            + "move the tag to the start of its line"
        ]
      ),
      (
        ["entry.mustache": "{{>a}}", "a.mustache": "{{#hasSteps}}\n{{>a}}\n{{/hasSteps}}\n"],
        ["a.mustache:2:1: a includes itself without end [endless-partial]: take this tag out"]
      ),
      (
        ["entry.mustache": "{{#steps}}{{>a}}{{/steps}}", "home.mustache": "{{>a}}", "a.mustache": "{{topicAnchor}}{{x}}{{x}}"],
        [
          "a.mustache:1:1: there is no 'topicAnchor' here, where home.mustache:1 includes this [unknown-name]: ",
          "a.mustache:1:16: there is no 'x' here, where entry.mustache:1 includes this [unknown-name]: ",
          "a.mustache:1:21: there is no 'x' here, where entry.mustache:1 includes this [unknown-name]: ",
        ]
      ),
    ] as [([String: String?], [String])])
  func allMistakesOfAllFilesAreFound(replacements: [String: String?], expected: [String]) throws {
    let findings = try findings(replacements)
    #expect(findings.count == expected.count && zip(findings, expected).allSatisfy { $0.hasPrefix($1) }, "\(findings)")
  }

  @Test func whatIsRightIsAccepted() throws {
    let text = """
      {{! a remark over
      two lines }}{{ title }}{{#message}}{{{ messageHTML }}}{{title}}{{/message}}{{^message}}{{title}}{{/message}}
      {{#verifiedWith}}{{.}}{{/verifiedWith}}{{#canonical}}{{.}}{{/canonical}}{{#structuredDataHTML}}{{{.}}}{{/structuredDataHTML}}
      {{#callout}}{{#calloutLink}}{{referenceAddress}}{{calloutTitle}}{{/calloutLink}}{{/callout}} { {title}
      """
    #expect(try findings(["entry.mustache": text]) == [])
  }

  @Test func aTemplateThatIsNotUTF8IsNamed() {
    let failure = #expect(throws: TemplateFailure.self) { try Templates([SourceFile(path: "entry.mustache", bytes: [0xFF])]) }
    #expect(failure?.findings.contains { $0.rule == "not-utf8" && $0.place.path == "entry.mustache" } == true)
  }

  @Test func aFileInTheWrongFolderIsRecognised() throws {
    let own = [SourceFile(path: "footer.mustache", bytes: [])]
    let failure = #expect(throws: TemplateFailure.self) { try Templates(own, over: Fixture.templates()) }
    #expect(failure?.findings.map(\.hint) == ["did you mean partials/footer.mustache?"])
  }

  /// A name means the same in a section as around it.
  @Test(arguments: TemplatePage.allCases)
  func noNameStandsForTwoThings(page: TemplatePage) {
    func shadowed(_ scope: TemplateScope, by outer: Set<String>) -> [String] {
      let all = outer.union(scope.names.keys)
      return scope.names.flatMap { name, kind -> [String] in
        let here = outer.contains(name) ? [name] : []
        if case .views(let inner, _, _) = kind { return here + shadowed(inner, by: all) }
        return here
      }
    }
    #expect(shadowed(page.scope, by: []) == [])
  }

  // MARK: Built-in templates

  @Test func theBuiltInTemplatesAreThoseOfTheFolder() throws {
    let builtIn = BuiltInTemplates.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
    #expect(builtIn == (try Fixture.templates()))
  }

  @Test func aFileTakesThePlaceOfTheBuiltInOne() throws {
    let own = [SourceFile(path: "partials/footer.mustache", bytes: Array("<footer>{{siteTitle}} of ours</footer>\n".utf8))]
    let page = try #require(try Fixture.render(templates: Templates(own, over: Fixture.templates()))["index.html"])
    #expect(page.contains("<footer>Deploy Error Decoder of ours</footer>"))
    #expect(page.contains("<header class=\"masthead\">"))
  }

  /// A name that no template says is a value that nobody sees.
  @Test func everyNameIsUsedByTheBuiltInTemplates() throws {
    var used: Set<String> = []
    for file in try Fixture.templates() where file.path.hasSuffix(".mustache") {
      let nodes = TemplateParser.parse(String(decoding: file.bytes, as: UTF8.self), path: file.path).nodes
      used.formUnion(TemplateNode.tags(in: nodes).map(\.name))
    }
    func declared(_ scope: TemplateScope) -> Set<String> {
      scope.names.reduce(into: []) { names, pair in
        names.insert(pair.key)
        if case .views(let inner, _, _) = pair.value { names.formUnion(declared(inner)) }
      }
    }
    let unused = TemplatePage.allCases.reduce(into: Set<String>()) { $0.formUnion(declared($1.scope)) }.subtracting(used)
    #expect(unused == [])
  }
}
