import CommonMark
import Testing

@testable import Cataloging
@testable import Decoding

struct EntryTests {
  @Test func `content without mistakes has no findings`() {
    let (catalog, findings) = Catalog.build(files: Content.files())
    #expect(FindingReporter.text(findings, sources: Content.files()) == "")
    #expect(catalog?.entries.map(\.path) == ["entries/go/bind.md", Content.path])
    #expect(catalog?.areas.map(\.slug.text) == ["go", "node"])
    #expect(catalog?.conditions == [Grouping(slug: Slug("address-in-use")!, title: "Address in use", summary: "A port is taken.")])
  }

  @Test func `a complete entry is read whole`() throws {
    let entry = try #require(Catalog.build(files: Content.files()).catalog?.entries.last)
    let path = Content.path
    #expect(
      entry
        == Entry(
          slug: Slug("eaddrinuse")!, area: Slug("node")!, title: "EADDRINUSE: address already in use", code: "EADDRINUSE",
          aliases: ["Errno 98"], formerly: [Slug("eaddr")!], condition: Slug("address-in-use")!, role: .cause,
          summary: "Something listens on {port}. Stop it.",
          signatures: [
            IndexedSignature(
              lines: [try Signature("listen EADDRINUSE: address already in use {host}:{port}")], label: "In a Node.js app", since: "Node 12"
            ),
            IndexedSignature(
              lines: [try Signature("code: 'EADDRINUSE'"), try Signature("port: {port}")], unless: [try Signature("retrying later")]),
          ],
          signaturePlaces: [
            Place(path: path, line: 10, column: 12, length: 57), Place(path: path, line: 13, column: 13, length: 20),
          ],
          samples: [
            Sample(
              bytes: Array("Error: listen EADDRINUSE: address already in use :::3000\n    at Server.setupListenHandle\n".utf8),
              captures: ["host": "::", "port": "3000"], source: "captured with Node 20", isOnly: false,
              place: Place(path: path, line: 16, column: 5)),
            Sample(
              bytes: Array("Error: listen EADDRINUSE: address already in use :::3000\r\n".utf8), captures: [:],
              source: "captured with nodemon 3", isOnly: true, place: Place(path: path, line: 21, column: 5)),
          ],
          counterexamples: [
            Counterexample(
              bytes: Array("port 3001 was in use".utf8), why: "a healthy start-up", place: Place(path: path, line: 25, column: 5))
          ],
          related: [Slug("bind")!], references: ["https://example.org/bind"], updated: "2026-11-22", isDraft: false, body: Self.body,
          path: path, digest: entry.digest))
    #expect(entry.firstSentence == "Something listens on {port}.")
  }

  @Test func `all mistakes of a file are found at once, in the order of their places`() {
    let text = Content.entry.replacing("title: \"EADD", with: "title: [a]\ntitel: \"EADD").replacing("role: cause", with: "role: couse")
      .replacing("formerly: [eaddr]", with: "formerly: [Eaddr]").replacing("updated: 2026-11-22", with: "updated: soon")
      .replacing("It does.", with: "It <b>.").replacing("sh linux look\nss", with: "sh linux\nss")
    #expect(
      Content.findings(of: Content.files([Content.path: text])) == [
        "2:8+3 wrong-shape: 'title' is a list instead of text", "3:1+5 unknown-key: an entry has no key 'titel'",
        "6:12+5 bad-slug: 'Eaddr' is no slug", "8:7+5 unknown-value: there is no role 'couse'",
        "30:10+4 bad-date: 'soon' is no day of the calendar", "41:4+3 raw-html: raw HTML is not shown",
        "49:1+11 fence-risk: this command has no risk",
      ])
  }

  @Test func `front matter that cannot be read hides nothing of the body but placeholders`() {
    let text = Content.entry.replacing("role: cause", with: "role: a: b").replacing("It does.", with: "It <b> {nope} [a](#nope).")
    #expect(
      Content.findings(of: Content.files([Content.path: text])) == [
        "7:8+1 yaml-syntax: this is not YAML: mapping values are not allowed in this context", "40:4+3 raw-html: raw HTML is not shown",
        "40:19+5 dead-link: the entry 'eaddrinuse' has no anchor 'nope'",
      ])
  }

  private static let body = EntryBody(
    looks: [prose("As above.", line: 34)],
    why: [],
    causes: [
      Topic(
        title: [text("Another process listens on {port}", line: 38)], plainTitle: "Another process listens on {port}",
        anchor: "why-another-process-listens-on-port", parts: [prose("It does.", line: 40)], line: 38)
    ],
    fix: [],
    steps: [
      Topic(
        title: [text("Find it", line: 44)], plainTitle: "Find it", anchor: "step-find-it",
        parts: [
          .prose(
            Block(
              kind: .paragraph([
                text("Look for ", line: 46), Inline(kind: .code(":{port}"), line: 46), text(" and see ", line: 46),
                Inline(
                  kind: .link(destination: "/errors/bind/#faq-why", title: "", content: [text("the other entry", line: 46)]), line: 46),
                text(".", line: 46),
              ]), lines: 46...46)),
          .commands([
            CommandPanel(
              systems: [.linux],
              commands: [
                command("ss -ltnp 'sport = :{port}'", [.linux], .look, .sh, line: 48),
                command("ps -p <PID>", [.linux], .look, .sh, line: 56),
              ]),
            CommandPanel(
              systems: [.windows], commands: [command("Get-NetTCPConnection -LocalPort {port}", [.windows], .look, .powershell, line: 52)]),
          ]),
          .commands([CommandPanel(systems: [], commands: [command("kill <PID>", [], .change, .bash, line: 60)])]),
        ], line: 44)
    ],
    prevention: [.prose(Block(kind: .fence(info: "yaml", text: "restart: \"{anything}\"\n"), lines: 66...68))],
    faqIntroduction: [],
    questions: [
      Topic(
        title: [text("Is it bad?", line: 72)], plainTitle: "Is it bad?", anchor: "faq-is-it-bad",
        parts: [
          .prose(
            Block(
              kind: .paragraph([
                text("No. See ", line: 74),
                Inline(
                  kind: .link(destination: "/errors/eaddrinuse/#step-find-it", title: "", content: [text("above", line: 74)]), line: 74),
                text(".", line: 74),
              ]), lines: 74...74))
        ], line: 72),
      Topic(
        title: [text("Is it bad?", line: 76)], plainTitle: "Is it bad?", anchor: "faq-is-it-bad-2", parts: [prose("Yes.", line: 78)],
        line: 76),
    ])

  private static func text(_ text: String, line: Int) -> Inline { Inline(kind: .text(text), line: line) }

  private static func prose(_ words: String, line: Int) -> Part {
    .prose(Block(kind: .paragraph([text(words, line: line)]), lines: line...line))
  }

  private static func command(_ text: String, _ systems: [System], _ risk: Risk, _ shell: Shell, line: Int) -> Command {
    Command(
      systems: systems, risk: risk, text: text, template: CommandTemplate(text, shell: shell, captures: ["host", "port"]), line: line)
  }
}
