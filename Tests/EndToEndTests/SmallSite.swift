import Foundation

/// A site of some entries that takes no time to build.
enum SmallSite {
  static func entry(_ slug: String, lines: [String] = [], body: String = "So.") -> String {
    """
    ---
    title: "\(slug)"
    summary: What \(slug) is.
    signatures: [{ match: "error \(slug) has come" }]
    samples: [{ text: "an error \(slug) has come", source: captured with Test 1 }]
    counterexamples: [{ text: "\(slug) is well" }]
    updated: 2026-11-20
    \(lines.map { $0 + "\n" }.joined())---
    ## What it looks like
    ## Why it happens
    ## How to fix it
    ## Stop it happening again
    ## FAQ
    ### Why?
    \(body)

    """
  }

  static let settings = "title: Small\nurl: https://example.com/base/\ndescription: A small site.\n"
  static let groups = "{ title: Go, summary: Go programs. }\n"

  /// Puts three entries into `content` of a folder.
  static func put(in disk: TemporaryFolder) throws {
    try disk.put(settings.utf8, at: "content/site.yml")
    try disk.put("go: \(groups)node: \(groups.replacing("Go", with: "Node"))".utf8, at: "content/areas.yml")
    try disk.put("taken: \(groups.replacing("Go", with: "Taken"))".utf8, at: "content/conditions.yml")
    try disk.put("a healthy line\n".utf8, at: "content/benign/log.log")
    try disk.put(entry("one", lines: ["condition: taken"]).utf8, at: "content/entries/go/one.md")
    try disk.put(entry("two", lines: ["condition: taken", "related: [three]"]).utf8, at: "content/entries/node/two.md")
    try disk.put(entry("three", body: "See [one](../go/one.md).").utf8, at: "content/entries/node/three.md")
  }
}

/// Numbers that are the same at every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}
