import Testing

@testable import Rendering

@Suite struct TemplateProgramTests {
  func filled(_ template: String, partials: [String: String] = [:]) -> String {
    var templates = partials.mapValues { TemplateParser.parse($0, path: "partial").nodes }
    templates["dish"] = TemplateParser.parse(template, path: "dish.mustache").nodes
    let program = TemplateCompiler(templates: templates).program(for: Dish.names.scope, template: "dish")
    let dish = Dish(
      name: "Soup & <bread>", htmlNote: "<b>hot</b>", isCold: false, spices: ["salt", "\"pepper\""],
      guests: [Guest(name: "Ada", seat: "1", cup: Cup(size: "big")), Guest(name: "Bo\u{301}", seat: nil, cup: Cup(size: "small"))],
      cook: nil)
    return String(decoding: program.bytes(of: dish), as: UTF8.self)
  }

  struct Cup: TemplateView {
    let size: String
    static let names = TemplateNames<Cup>(.text("size", \.size))
  }

  struct Guest: TemplateView {
    let name: String
    let seat: String?
    let cup: Cup
    static let names = TemplateNames<Guest>(.text("guest", \.name), .names(of: \.cup), .text("seat", \.seat))
  }

  struct Dish: TemplateView {
    let name: String
    let htmlNote: String?
    let isCold: Bool
    let spices: [String]
    let guests: [Guest]
    let cook: Guest?
    static let names = TemplateNames<Dish>(
      .text("name", \.name), .html("note") { $0.htmlNote.map { HTML(fit: Array($0.utf8)) } }, .flag("isCold", \.isCold),
      .texts("spices", \.spices), .views("guests", \.guests), .view("cook", \.cook))
  }

  @Test(
    arguments: [
      ("{{name}}: {{{note}}}", "Soup &amp; &lt;bread&gt;: <b>hot</b>"),
      ("{{#isCold}}cold{{/isCold}}{{^isCold}}warm{{/isCold}}", "warm"),
      ("{{#spices}}[{{.}}]{{/spices}}{{^spices}}none{{/spices}}", "[salt][&quot;pepper&quot;]"),
      ("{{#note}}<{{{.}}}>{{/note}}{{^note}}none{{/note}}", "<<b>hot</b>>"),
      ("{{#guests}}{{guest}} {{size}} {{name}};{{/guests}}", "Ada big Soup &amp; &lt;bread&gt;;Bo\u{301} small Soup &amp; &lt;bread&gt;;"),
      ("{{#guests}}{{#seat}}{{guest}} at {{.}}{{/seat}}{{^seat}}, {{guest}} stands{{/seat}}{{/guests}}", "Ada at 1, Bo\u{301} stands"),
      ("{{#guests}}{{#spices}}{{size}}{{.}} {{/spices}}{{/guests}}", "bigsalt big&quot;pepper&quot; smallsalt small&quot;pepper&quot; "),
      ("{{#cook}}{{guest}}{{/cook}}{{^cook}}nobody{{/cook}}", "nobody"),
    ])
  func tagsAreFilled(template: String, text: String) {
    #expect(filled(template) == text)
  }

  @Test(
    arguments: [
      ("a\n{{#spices}}\n  {{.}}\n{{/spices}}\nb\n", "a\n  salt\n  &quot;pepper&quot;\nb\n"),
      ("a\n  {{^isCold}} \t\nb\n  {{/isCold}}", "a\nb\n"),
      ("a\r\n{{! a remark\r\nof two lines }}\r\nb\r\n", "a\r\nb\r\n"),
      ("a {{! a remark }}\n{{^isCold}}b{{/isCold}}\n", "a \nb\n"),
      ("{{^isCold}} {{/isCold}}\n", " \n"),
      (" {{name}}\n", " Soup &amp; &lt;bread&gt;\n"),
    ])
  func theLineOfATagThatStandsAloneIsNoText(template: String, text: String) {
    #expect(filled(template) == text)
  }

  @Test(
    arguments: [
      ("<ul>\n  {{>item}}\n</ul>\n", "<ul>\n  <li>\n  salt\n  &quot;pepper&quot;\n    <i>\n  </li>\n</ul>\n"),
      ("<p>{{>line}}</p>\n", "<p><i>\n</p>\n"),
      ("\t{{>line}} x\n", "\t<i>\n x\n"),
      ("{{>line}}{{>line}}\n", "<i>\n<i>\n\n"),
    ])
  func aPartialThatStandsAloneIsIndentedAsItsTag(template: String, text: String) {
    let item = "<li>\n{{#spices}}\n{{.}}\n{{/spices}}\n  {{>line}}\n</li>\n"
    #expect(filled(template, partials: ["item": item, "line": "<i>\n"]) == text)
  }

  @Test func aViewsDigestTellsApartWhatATemplateCan() {
    func digest(_ change: (inout (name: String, seat: String?, size: String)) -> Void) -> String {
      var values: (name: String, seat: String?, size: String) = ("Ada", nil, "big")
      change(&values)
      return "\(Guest(name: values.name, seat: values.seat, cup: Cup(size: values.size)).digest)"
    }
    let digests = [digest { _ in }, digest { $0.name = "A" }, digest { $0.seat = "" }, digest { $0.size = "" }]
    #expect(Set(digests).count == 4)
    #expect(digests[0] == digest { _ in })
  }
}
