import Cataloging
import Foundation
import Testing

@testable import Building

/// What is done again at a second run, and what is not.
@Suite struct BuildRecordTests {
  let disk = try! TemporaryFolder()
  let program = Digest(of: [1])
  let request = Digest(of: [2])
  var content: String { "\(disk.path)/content" }
  var site: String { "\(disk.path)/site" }

  init() throws {
    for name in ["a.md", "b/c.md"] { try disk.put("text of \(name)", at: "content/\(name)") }
    FileStamp.waitForTick()
  }

  /// A site of a file for each file of the content, and the paths of those that were made.
  func write(knowing record: BuildRecord? = nil) throws -> (record: BuildRecord, made: [String], summary: WriteSummary) {
    let contents = try FolderContents(content)
    nonisolated(unsafe) var made: [String] = []
    let files = contents.files.map { file in
      PlannedFile(path: "\(file.path).html") {
        PreparedFile(key: Digest(of: file.bytes)) {
          made.append(file.path)
          return file.bytes
        }
      }
    }
    let (summary, outputs) = try SiteWriter.write(files, to: site, apartFrom: [content], knowing: record?.outputs ?? [])
    let written = BuildRecord(
      program: program, request: request, day: "2026-11-22", notes: "note\n", entryCount: 2, inputs: [BuildRecord.Inputs(of: contents)],
      outputs: outputs)
    return (written, made, summary)
  }

  func current(_ record: BuildRecord, request: Digest? = nil, day: String = "2026-11-23") throws -> BuildRecord? {
    try record.current(request: request ?? self.request, day: day, folders: [content], output: site)
  }

  @Test func nothingIsToBeDoneWhenNothingChanged() throws {
    let record = try write().record
    #expect(try current(record) == record)
    #expect(try current(record, request: Digest(of: [3])) == nil)
    #expect(try current(record, day: "2026-11-21") == nil)
  }

  @Test func aFileThatWasOnlyTouchedIsReadAndKnownAgain() throws {
    let record = try write().record
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: "\(content)/a.md")
    FileStamp.waitForTick()
    let touched = try #require(try current(record))
    #expect(touched != record && touched.outputs == record.outputs)
    #expect(try current(touched) == touched)
  }

  static let changes: [(String, @Sendable (TemporaryFolder) throws -> Void)] = [
    (
      "an edit of the same length and time",
      { disk in
        let path = "\(disk.path)/content/a.md"
        let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]!
        try disk.put("TEXT of a.md", at: "content/a.md")
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
      }
    ),
    ("a new file", { try $0.put("new", at: "content/b/d.md") }),
    ("a file that is gone", { try FileManager.default.removeItem(atPath: "\($0.path)/content/a.md") }),
    ("another name", { try FileManager.default.moveItem(atPath: "\($0.path)/content/a.md", toPath: "\($0.path)/content/b/a.md") }),
    ("a written file that was edited", { try $0.put("TEXT of a.md", at: "site/a.md.html") }),
    ("a written file that is gone", { try FileManager.default.removeItem(atPath: "\($0.path)/site/b/c.md.html") }),
    ("a list of files that is gone", { try FileManager.default.removeItem(atPath: "\($0.path)/site/.decode-site-manifest") }),
    ("what a run left that was cut short", { try $0.put("half", at: "site/.decode-site-staging/0") }),
    (
      "a link in place of a file",
      { disk in
        try FileManager.default.removeItem(atPath: "\(disk.path)/content/a.md")
        try disk.link("content/a.md", to: "b/c.md")
      }
    ),
  ]

  @Test(arguments: changes.indices) func somethingIsToBeDoneAfter(number: Int) throws {
    let record = try write().record
    try Self.changes[number].1(disk)
    #expect(try current(record) == nil, "\(Self.changes[number].0)")
  }

  @Test func onlyWhatIsMadeOfSomethingElseIsMadeAgain() throws {
    let first = try write()
    #expect(first.made.sorted() == ["a.md", "b/c.md"])
    FileStamp.waitForTick()
    try disk.put("another text", at: "content/a.md")
    let second = try write(knowing: first.record)
    #expect(second.made == ["a.md"])
    #expect(second.summary == WriteSummary(written: 1, unchanged: 1, removed: 0))
    try disk.put("TEXT of a.md", at: "site/b/c.md.html")
    let third = try write(knowing: second.record)
    #expect(third.made == ["b/c.md"])
    #expect(try disk.tree(at: "site")["b/c.md.html"] == "text of b/c.md")
  }

  @Test func aRecordComesBackFromItsBytesAndADamagedOneDoesNot() throws {
    let record = try write().record
    let bytes = record.bytes(of: site)
    #expect(BuildRecord(bytes: bytes, of: site) == record)
    #expect(BuildRecord.site(inHead: bytes) == site)
    #expect(BuildRecord(bytes: bytes, of: "\(site)2") == nil)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x20
      #expect(BuildRecord(bytes: damaged, of: site) == nil)
      #expect(BuildRecord(bytes: Array(bytes[..<index]), of: site) == nil)
    }
  }

  @Test func theStoreForgetsSitesThatAreGone() throws {
    let record = try write().record
    let store = BuildRecordStore(folder: "\(disk.path)/cache/builds", site: site)
    #expect(store.record == nil)
    store.keep(record)
    #expect(store.record == record)
    let other = BuildRecordStore(folder: "\(disk.path)/cache/builds", site: "\(disk.path)/gone")
    other.keep(record)
    store.keep(record)
    #expect(other.record == nil && store.record == record)
  }
}
