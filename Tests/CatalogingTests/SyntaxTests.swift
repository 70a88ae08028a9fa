import CommonMark
import Decoding
import Testing

@testable import Cataloging

struct SyntaxTests {
  @Test(arguments: [
    (["Find it", "find  IT!", "Find it"], ["step-find-it", "step-find-it-2", "step-find-it-3"]),
    (["Find it 2", "Find it", "Find it", "Find it"], ["step-find-it-2", "step-find-it", "step-find-it-3", "step-find-it-4"]),
    (["Is `a::b` ok?", "--x--", "Größe"], ["step-is-a-b-ok", "step-x", "step-gr-e"]),
    (["端口", "ポート", "٣"], ["step-1", "step-2", "step-3"]),
  ]) func `anchors are ASCII and unique`(titles: [String], expected: [String]) {
    var anchors = Anchors()
    #expect(titles.map { anchors.make(prefix: "step", title: $0) } == expected)
  }

  @Test(arguments: [
    ("1. Find it", "Find it"), ("2) Find it", "Find it"), ("10.  Find it", "Find it"), ("404 pages", "404 pages"), ("1.5 GB", "1.5 GB"),
    ("`1.` x", "1. x"), ("Step", "Step"),
  ]) func `a step's number is dropped`(heading: String, title: String) {
    let text = Content.entry.replacing("### 1. Find it", with: "### \(heading)").replacing("(#step-find-it)", with: "(https://example.org)")
    let entry = Catalog.build(files: Content.files([Content.path: text])).catalog?.entries.last
    #expect(entry?.body.steps.map(\.plainTitle) == [title])
  }

  @Test(arguments: [
    ("sh look", FenceInfo(language: "sh", systems: [], risk: .look)),
    ("bash  destroy windows\tlinux", FenceInfo(language: "bash", systems: [.linux, .windows], risk: .destroy)),
    ("yaml", FenceInfo(language: "yaml", systems: [], risk: nil)),
    ("", FenceInfo(language: "", systems: [], risk: nil)),
  ]) func `an info string is a language, systems and a risk`(text: String, info: FenceInfo) {
    let parsed = FenceInfo.parse(text)
    #expect(parsed.info == info)
    #expect(parsed.complaints == [])
  }

  @Test(arguments: [
    ("couse", ["cause", "wrapper"], "cause"), ("exitstatus", ["cause", "exit-status"], "exit-status"), ("ie", ["a", "ei"], "ei"),
    ("zzz", ["cause"], nil), ("", ["a"], "a"),
  ]) func `the nearest word is suggested`(word: String, words: [String], expected: String?) {
    #expect(Suggestion.nearest(to: word, among: words) == expected)
  }

  @Test(arguments: [
    ("{a} {b_1}", ["a@0", "b_1@4"]), ("{{a}} ${a} %{a} #{a} {A} {} {a b} {a", []), ("@{u} {{a} user@{host}", ["host@15"]),
    ("é{a}", ["a@1"]),
    ("{{{a}}}", []),
  ]) func `placeholders are told from other braces`(text: String, expected: [String]) {
    #expect(Placeholders.occurrences(in: text).map { "\($0.name)@\($0.offset)" } == expected)
  }

  @Test(arguments: [
    ("2026-11-22", true), ("2024-02-29", true), ("2000-02-29", true), ("1900-02-29", false), ("2026-02-29", false), ("2026-13-01", false),
    ("2026-00-01", false), ("2026-01-00", false), ("2026-1-01", false), ("2026-01-01T00", false), ("٢٠٢٦-01-01", false), ("", false),
  ]) func `a date is a day of the calendar`(text: String, isValid: Bool) {
    #expect(CalendarDate.isValid(text) == isValid)
  }

  @Test(arguments: [
    ("https://example.org", true), ("HTTP://x", true), ("https://example.org/a?b=c#d", true), ("https://", false), ("https:///a", false),
    ("ftp://x", false), ("https://a b", false), ("https://a\"b", false), ("https://a<b", false), ("//x", false), ("example.org", false),
  ]) func `an address of the web is absolute`(text: String, isValid: Bool) {
    #expect(WebAddress.isValid(text) == isValid)
  }

  @Test(arguments: [
    ("One. Two.", "One."), ("Node 1.5 is out! Go.", "Node 1.5 is out!"), ("No stop", "No stop"), ("", ""),
  ]) func `the first sentence ends where a blank follows its stop`(text: String, sentence: String) {
    #expect(Entry.firstSentence(of: text) == sentence)
  }

  @Test(arguments: [
    ("../go/bind.md", "/errors/bind/"), ("../go/bind.md#faq-x", "/errors/bind/#faq-x"), ("./b.md", "/errors/b/"),
    ("/errors/bind", "/errors/bind/"),
    ("/errors/bind/#a", "/errors/bind/#a"), ("#faq-x", "/errors/self/#faq-x"), ("/areas/go/", "/areas/go/"),
  ]) func `a link between entries becomes an address of the site`(destination: String, address: String) {
    guard case .page(address, _) = LinkResolver(folder: "entries/node", slug: "self").resolve(destination) else {
      Issue.record("\(destination) became something else")
      return
    }
  }

  @Test(arguments: ["../../site.yml", "../../../x.md", "/x", "/errors/a/b", "bind", "#", "", "../go/bind.md/x", "/areas/go/#a"])
  func `a link to no page is dead`(destination: String) {
    guard case .broken(.deadLink, _, _) = LinkResolver(folder: "entries/node", slug: "self").resolve(destination) else {
      Issue.record("\(destination) is not dead")
      return
    }
  }
}
