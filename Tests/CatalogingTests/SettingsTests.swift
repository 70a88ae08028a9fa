import Testing

@testable import Cataloging

struct SettingsTests {
  @Test func `a full site file becomes settings`() throws {
    let text = """
      title: "Errors: explained"
      url: https://example.org/errors/
      description: What deploy errors mean.
      language: pt-BR
      repository: https://example.org/code/
      branch: release/1.x
      callout: { title: Ours, text: Try it., points: [a, b], link: "https://example.org" }
      minimum: { samples: 1, counterexamples: 1, faq: 1 }
      style: { accent: "#0a5", measure: calc(1rem + 2%) }
      faq_json_ld: true
      """
    let (catalog, findings) = Catalog.build(files: Content.files(["site.yml": text]))
    #expect(findings == [])
    let site = try #require(catalog?.site)
    #expect(
      [site.title, site.url, site.description, site.language, site.repository, site.branch]
        == [
          "Errors: explained", "https://example.org/errors/", "What deploy errors mean.", "pt-BR", "https://example.org/code",
          "release/1.x",
        ])
    #expect(site.callout == Callout(title: "Ours", text: "Try it.", points: ["a", "b"], link: "https://example.org"))
    #expect(site.minimum == Minimum(samples: 1, counterexamples: 1, questions: 1))
    #expect(site.style.map { "\($0.name)=\($0.value)" } == ["accent=#0a5", "measure=calc(1rem + 2%)"])
    #expect(site.hasFAQJSONLD)
  }

  @Test func `what a site file leaves out has a default`() throws {
    let site = try #require(Catalog.build(files: Content.files()).catalog?.site)
    #expect([site.url, site.language, site.repository, site.branch] == [nil, "en", nil, "main"])
    #expect(site.callout == nil)
    #expect(site.minimum == Minimum(samples: 1, counterexamples: 1, questions: 0))
    #expect(!site.hasFAQJSONLD)
  }

  @Test(arguments: [
    ("tilte: T\n", ["1:1+5 unknown-key: a site has no key 'tilte'"]),
    ("url: https://example.org\n", ["1:6+19 bad-address: 'https://example.org' is no address of a site"]),
    ("url: /errors/\n", ["1:6+8 bad-address: '/errors/' is no address of a site"]),
    ("url: https://example.org/?a/\n", ["1:6+23 bad-address: 'https://example.org/?a/' is no address of a site"]),
    ("language: e\n", ["1:11+1 unknown-value: 'e' is no language tag"]),
    ("branch: a b\n", ["1:9+3 unknown-value: 'a b' cannot be part of an address"]),
    ("repository: git@example.org\n", ["1:13+15 bad-address: 'git@example.org' is no web address"]),
    (
      "callout: { title: A, link: 'javascript:x' }\n",
      ["1:10+34 missing-key: the key 'text' is missing", "1:28+14 bad-address: 'javascript:x' is no web address"]
    ),
    (
      "minimum: { samples: -1, faq: many, faqs: 1 }\n",
      [
        "1:21+2 unknown-value: '-1' is no number from 0 to 100", "1:30+4 unknown-value: 'many' is no number from 0 to 100",
        "1:36+4 unknown-key: a minimum has no key 'faqs'",
      ]
    ),
    (
      "style: { Accent: red, ink: 'red;}', text: url(x), mono: '</style>' }\n",
      [
        "1:10+6 bad-style: there is no style 'Accent'", "1:28+7 bad-style: 'red;}' is no safe value of a style",
        "1:43+6 bad-style: 'url(x)' is no safe value of a style", "1:57+10 bad-style: '</style>' is no safe value of a style",
      ]
    ),
    ("faq_json_ld: yes\n", ["1:14+3 unknown-value: 'faq_json_ld' is 'yes'"]),
  ]) func `a mistake in the site file is found at its place`(text: String, findings: [String]) {
    let files = Content.files(["site.yml": text + Content.site])
    #expect(Content.findings(in: "site.yml", of: files) == findings)
  }

  @Test(arguments: [
    ("", ["1:1+1 missing-key: the key 'description' is missing", "1:1+1 missing-key: the key 'title' is missing"]),
    ("title: T\n", ["1:1+8 missing-key: the key 'description' is missing"]),
    (
      "- a",
      [
        "1:1+3 missing-key: the key 'description' is missing", "1:1+3 missing-key: the key 'title' is missing",
        "1:1+3 wrong-shape: a site is a list instead of keys with values",
      ]
    ),
  ]) func `a site has a title and a description`(text: String, findings: [String]) {
    #expect(Content.findings(in: "site.yml", of: Content.files(["site.yml": text])) == findings)
  }

  @Test(arguments: [
    ("- a\n", ["1:1+3 wrong-shape: the file is a list instead of slugs with values"]),
    ("Go: { title: Go }\n", ["1:1+2 bad-slug: 'Go' is no slug", "1:1+2 missing-key: the key 'summary' is missing"]),
    ("go: Go\n", ["1:5+2 wrong-shape: 'go' is text instead of keys with values"]),
    (
      "go: { title: A, summary: B }\ngo: { title: A, summary: B, sumary: C }\n",
      ["2:1+2 duplicate-key: the key 'go' stands here a second time, first in line 1"]
    ),
    ("go: { title: A, summary: B, sumary: C }\n", ["1:29+6 unknown-key: 'go' has no key 'sumary'"]),
    ("go: [", ["1:6+1 yaml-syntax: this is not YAML: did not find expected node content"]),
  ]) func `a mistake in the areas is found at its place, and hides no entry`(text: String, findings: [String]) {
    let files = Content.files(["areas.yml": text])
    #expect(Content.findings(in: "areas.yml", of: files) == findings)
    #expect(Content.findings(of: files) == [])
  }
}
