import Cataloging
import Foundation
import Testing

@testable import Building

@Suite struct FolderContentsTests {
  let disk = try! TemporaryFolder()
  var folder: String { "\(disk.path)/content" }

  @Test func whatChangedIsReadAgainAndToldOf() throws {
    for name in ["a.md", "b/c.md", "b/d.md"] { try disk.put(name, at: "content/\(name)") }
    let first = try FolderContents(folder)
    try disk.put("other", at: "content/a.md")
    try FileManager.default.removeItem(atPath: "\(folder)/b/c.md")
    try disk.put("new", at: "content/e/f.md")
    // Of the same length within the same tick, right after it was read.
    try disk.put("B/D.md", at: "content/b/d.md")
    let second = try FolderContents(folder, reusing: first)
    #expect(second.files == (try FolderContents(folder)).files)
    #expect(second.changes(since: first) == ["a.md", "b/c.md", "b/d.md", "e/f.md"])
    #expect(try FolderContents(folder, reusing: second).changes(since: second) == [])
    #expect(Set(second.folders) == [folder, "\(folder)/b", "\(folder)/e"])
  }

  @Test func aWatcherWakesForEveryKindOfChange() throws {
    try disk.put("a", at: "content/a.md")
    let watcher = FolderWatcher()
    var contents = try FolderContents(folder)
    #expect(watcher.watch(contents.folders))
    #expect(!watcher.watch(contents.folders))
    let changes: [() throws -> Void] = [
      { try disk.put("b", at: "content/a.md") }, { try disk.put("c", at: "content/c.md") },
      { try FileManager.default.moveItem(atPath: "\(folder)/c.md", toPath: "\(folder)/d.md") },
      { try FileManager.default.removeItem(atPath: "\(folder)/d.md") }, { try disk.put("e", at: "content/e/e.md") },
    ]
    for change in changes {
      try change()
      var next = contents
      while next.changes(since: contents).isEmpty {
        #expect(watcher.wait())
        next = try FolderContents(folder, reusing: contents)
      }
      contents = next
      watcher.watch(contents.folders)
    }
    watcher.stop()
    #expect(!watcher.wait())
  }
}
