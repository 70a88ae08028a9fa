import Cataloging
import Decoding
import Testing

struct IndexBuilderTests {
  @Test func `the index holds all that decoding and answering need`() throws {
    let catalog = try #require(Catalog.build(files: Content.files()).catalog)
    let index = IndexBuilder.index(of: catalog)
    let note = "Look for :{port} and see the other entry."
    #expect(index.site == IndexedSite(title: "Test", url: nil, content: "2026-11-22"))
    #expect(index.entries.map(\.slug) == ["bind", "eaddrinuse"])
    #expect(
      index.entries[1]
        == IndexedEntry(
          slug: "eaddrinuse", area: "node", url: "errors/eaddrinuse/", title: "EADDRINUSE: address already in use", code: "EADDRINUSE",
          aliases: ["Errno 98"], condition: "address-in-use", role: .cause, summary: "Something listens on {port}. Stop it.",
          signatures: catalog.entries[1].signatures,
          steps: [
            IndexedStep(
              title: "Find it", text: "Look for :{port} and see the other entry.",
              commands: [
                IndexedCommand(systems: [.linux], risk: .look, shell: .sh, text: "ss -ltnp 'sport = :{port}'", note: note),
                IndexedCommand(
                  systems: [.windows], risk: .look, shell: .powershell, text: "Get-NetTCPConnection -LocalPort {port}", note: note),
                IndexedCommand(systems: [.linux], risk: .look, shell: .sh, text: "ps -p <PID>", note: note),
                IndexedCommand(systems: [], risk: .change, shell: .bash, text: "kill <PID>", note: ""),
              ])
          ],
          faq: [
            IndexedQuestion(question: "Is it bad?", answer: "No. See above.", anchor: "faq-is-it-bad"),
            IndexedQuestion(question: "Is it bad?", answer: "Yes.", anchor: "faq-is-it-bad-2"),
          ],
          captures: [IndexedCapture(name: "host", type: .host, example: "::"), IndexedCapture(name: "port", type: .port, example: "3000")]))
  }

  @Test func `an answer keeps its commands and fences as lines`() throws {
    let text = Content.entry.replacing("Yes.", with: "Ask:\n\n```sh look\nls\n```\n\n```json\n{}\n```\n\n1. `a`\n2. b")
    let index = IndexBuilder.index(of: try #require(Catalog.build(files: Content.files([Content.path: text])).catalog))
    #expect(index.entries[1].faq[1].answer == "Ask:\n\nls\n\n{}\n\n1. a\n2. b")
  }

  @Test func `a draft is in no index`() throws {
    let text = Content.entry.replacing("role: cause", with: "draft: true")
    let index = IndexBuilder.index(of: try #require(Catalog.build(files: Content.files([Content.path: text])).catalog))
    #expect(index.entries.map(\.slug) == ["bind"])
  }

  @Test func `a capture of several types has the one that allows the least`() throws {
    let text = Content.other.replacing(
      "  - match: bind address already in use", with: "  - match: one {x:int}\n  - match: two {x:word}\n  - match: three {x:hex}"
    )
    .replacing("source", with: "captures: { x: '1' }\n    source")
    let index = IndexBuilder.index(of: try #require(Catalog.build(files: Content.files(["entries/go/bind.md": text])).catalog))
    #expect(index.entries[0].captures == [IndexedCapture(name: "x", type: .word, example: "1")])
  }
}
