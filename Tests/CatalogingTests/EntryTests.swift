import Cataloging
import CommonMark
import Decoding
import Testing

struct EntryTests {
  @Test func `content without mistakes has no findings`() {
    let (catalog, findings) = Catalog.build(files: Content.files())
    #expect(FindingReporter.text(findings, sources: Content.files()) == "")
    #expect(catalog?.entries.map(\.path) == ["entries/go/bind.md", Content.path])
  }
}
