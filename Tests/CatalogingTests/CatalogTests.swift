import Cataloging
import Testing

struct CatalogTests {
  /// Findings that come from looking at several files, each with its path.
  private func findings(_ replacements: [String: String], without path: String? = nil) -> [String] {
    Catalog.build(files: Content.files(replacements).filter { $0.path != path }).findings.map { "\($0.place.path):\($0.summary)" }
  }

  @Test(arguments: [
    ("entries/node/bind.md", ["entries/node/bind.md:1:1+1 duplicate-slug: the slug 'bind' is that of entries/go/bind.md too"]),
    (
      "entries/node/BIND.md",
      [
        "entries/node/BIND.md:1:1+1 bad-slug: 'BIND' is no slug",
        "entries/node/BIND.md:1:1+1 duplicate-slug: the slug 'BIND' is that of entries/go/bind.md too",
      ]
    ),
    ("entries/node/run.md", ["entries/node/run.md:1:1+1 reserved-slug: 'run' is a subcommand of decode"]),
    ("entries/nodes/other.md", ["entries/nodes/other.md:1:1+1 unknown-area: there is no area 'nodes'"]),
    ("entries/other.md", ["entries/other.md:1:1+1 misplaced-file: this file is no entry"]),
    ("entries/node/a/b.md", ["entries/node/a/b.md:1:1+1 misplaced-file: this file is no entry"]),
    ("entries/node/.hidden.md", []),
    ("samples/README.md", []),
    ("samples/x.txt", ["samples/x.txt:1:1+1 unused-sample: no entry uses this sample"]),
  ]) func `a file at a wrong place is found`(path: String, expected: [String]) {
    let text = Content.other.replacing("match: bind", with: "match: \(path.replacing(".", with: " ")) bind")
    #expect(findings([path: text]) == expected)
  }

  @Test(arguments: [
    ("site.yml", ["site.yml:1:1+1 missing-file: the file 'site.yml' is missing"]),
    ("areas.yml", ["areas.yml:1:1+1 missing-file: the file 'areas.yml' is missing"]),
    ("conditions.yml", ["\(Content.path):6:12+14 unknown-condition: there is no condition 'address-in-use'"]),
  ]) func `a missing file is found`(path: String, expected: [String]) {
    #expect(findings([:], without: path) == expected)
  }

  @Test func `two entries share no signature and no old slug`() {
    let text = Content.other.replacing("updated", with: "formerly: [eaddr]\nupdated")
    #expect(
      findings(["entries/node/other.md": text]) == [
        "entries/node/other.md:5:12+27 duplicate-signature: this signature stands at entries/go/bind.md:5 too",
        "entries/node/other.md:11:12+5 slug-taken: the old slug 'eaddr' is claimed at entries/node/eaddrinuse.md:5 too",
      ])
  }

  @Test func `the minimum of the site is kept by every entry`() {
    let site = Content.site + "\nminimum: { samples: 2, counterexamples: 2, faq: 2 }"
    #expect(
      findings(["site.yml": site]) == [
        "entries/go/bind.md:6:1+7 too-few-samples: too few samples: 1 of at least 2",
        "entries/go/bind.md:9:1+15 too-few-counterexamples: too few counterexamples: 1 of at least 2",
        "entries/go/bind.md:17:1+6 too-few-questions: too few questions: 1 of at least 2",
        "entries/node/eaddrinuse.md:24:1+15 too-few-counterexamples: too few counterexamples: 1 of at least 2",
      ])
  }

  @Test func `a published entry leads to no draft, and a draft to anything`() {
    let draft = Content.other.replacing("updated", with: "draft: true\nupdated")
    #expect(
      findings(["entries/go/bind.md": draft]) == [
        "entries/node/eaddrinuse.md:27:11+4 dead-link: the entry 'bind' is a draft, which is not published",
        "entries/node/eaddrinuse.md:46:46+21 dead-link: the entry 'bind' is a draft, which is not published",
      ])
    let both = Content.entry.replacing("updated", with: "draft: true\nupdated")
    let (catalog, findings) = Catalog.build(files: Content.files(["entries/go/bind.md": draft, Content.path: both]))
    #expect(findings == [])
    #expect(catalog?.published == [])
  }

  @Test func `a broken entry breaks no link to it`() {
    let broken = Content.other.replacing("title: bind", with: "title: [bind]")
    #expect(findings(["entries/go/bind.md": broken]) == ["entries/go/bind.md:2:8+6 wrong-shape: 'title' is a list instead of text"])
  }

  @Test func `a warning keeps no catalog back`() {
    #expect(Catalog.build(files: Content.files(["samples/x.txt": "x"])).catalog != nil)
  }
}
