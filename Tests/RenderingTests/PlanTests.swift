import Cataloging
import Decoding
import Rendering
import Testing

/// The keys of planned files: an edit changes those of the files that come out otherwise, and no others.
@Suite struct PlanTests {
  struct Site {
    let keys: [String: Digest]
    let bytes: [String: [UInt8]]
    let plan: SitePlan
  }

  func site(_ replacements: [String: String], templates: [SourceFile] = [], reusing earlier: SitePlan? = nil) throws -> Site {
    let catalog = try #require(Catalog.build(files: Fixture.content(replacements)).catalog)
    let renderer = SiteRenderer(templates: try Templates(templates, over: Fixture.templates()))
    let plan = renderer.plan(catalog, index: IndexBuilder.index(of: catalog), accuracy: { Fixture.accuracy }, reusing: earlier)
    let prepared = plan.files.map { ($0.path, $0.prepare()) }
    return Site(
      keys: Dictionary(uniqueKeysWithValues: prepared.map { ($0, $1.key) }),
      bytes: Dictionary(uniqueKeysWithValues: prepared.map { ($0, $1.make()) }), plan: plan)
  }

  func changed<Value: Equatable>(_ before: [String: Value], _ after: [String: Value]) -> [String] {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }

  static let edits: [[String: String]] = [
    ["entries/go/other.md": Fixture.sibling(title: "another").replacing("condition: address-in-use\n", with: "")],
    ["entries/go/bind-in-use.md": Fixture.sibling(title: "listen udp")],
    ["entries/node/eaddrinuse.md": Fixture.entry.replacing("Two programs want one port.", with: "Two want one.")],
    ["entries/node/eaddrinuse.md": Fixture.entry.replacing("related: [bind-in-use, other]", with: "related: [bind-in-use]")],
    ["entries/node/eaddrinuse.md": Fixture.entry.replacing("updated: 2026-11-22", with: "updated: 2026-11-23")],
    ["entries/node/eaddrinuse.md": Fixture.entry.replacing("formerly: [eaddrinuse-node]\n", with: "")],
    ["entries/go/new.md": Fixture.sibling(title: "new")],
    ["entries/go/unfinished.md": Fixture.sibling(title: "unfinished")],
    ["site.yml": Fixture.site.replacing("title: One owner of the port", with: "title: One owner")],
    ["site.yml": Fixture.site.replacing("title: Deploy Error Decoder", with: "title: Errors")],
    ["site.yml": Fixture.site.replacing("style: { accent: \"#0a5\" }", with: "style: { accent: \"#05a\" }")],
    ["areas.yml": "go: { title: Golang, summary: Go programs. }\nnode: { title: Node.js, summary: Node programs. }\n"],
    [:],
  ]

  @Test(arguments: edits.indices) func anEditChangesTheKeysOfWhatItChangesAndOfNothingElse(number: Int) throws {
    let before = try site([:])
    let after = try site(Self.edits[number])
    let bytes = changed(before.bytes, after.bytes)
    // A Markdown twin goes by its entry's file, of which it does not show everything.
    let twins = Self.edits[number].keys.map { "errors/\($0.split(separator: "/").last?.dropLast(3) ?? "")/index.md" }
    let keys = changed(before.keys, after.keys).filter { bytes.contains($0) || !twins.contains($0) }
    #expect(keys == bytes)
    #expect(bytes.isEmpty == Self.edits[number].isEmpty)
  }

  @Test(arguments: edits.indices) func aPlanThatReusesAnotherIsTheSame(number: Int) throws {
    let anew = try site(Self.edits[number])
    let again = try site(Self.edits[number], reusing: try site([:]).plan)
    #expect(again.bytes == anew.bytes)
    #expect(again.keys == anew.keys)
  }

  @Test func aFileThatIsPlannedAloneIsTheSame() throws {
    let anew = try site([:])
    let catalog = try #require(Catalog.build(files: Fixture.content()).catalog)
    let renderer = SiteRenderer(templates: try Templates(Fixture.templates()))
    for (path, bytes) in anew.bytes {
      // A plan of its own, in which nothing has been planned for another file.
      let plan = renderer.plan(catalog, index: IndexBuilder.index(of: catalog), accuracy: { Fixture.accuracy })
      let prepared = try #require(plan.file(at: path)?.prepare(), "\(path)")
      #expect(prepared.make() == bytes && prepared.key == anew.keys[path], "\(path)")
    }
    for path in ["", "errors", "errors/", "errors/nobody/index.html", "errors/eaddrinuse", "errors/eaddrinuse/other", "areas/go", "/"] {
      #expect(anew.plan.file(at: path) == nil, "\(path)")
    }
  }

  @Test func aTemplateChangesTheKeysOfItsOwnPages() throws {
    let before = try site([:])
    let builtIn = try Fixture.templates()
    for (name, kinds) in [("area", ["areas/"]), ("partials/anatomy", ["errors/"])] {
      let file = try #require(builtIn.first { $0.path == "\(name).mustache" })
      let after = try site([:], templates: [SourceFile(path: file.path, bytes: file.bytes + Array("<!-- more -->\n".utf8))])
      let keys = changed(before.keys, after.keys)
      #expect(!keys.isEmpty && keys.allSatisfy { path in path.hasSuffix("index.html") && kinds.contains { path.hasPrefix($0) } }, "\(keys)")
      #expect(Set(changed(before.bytes, after.bytes)).isSubset(of: keys))
    }
  }
}
