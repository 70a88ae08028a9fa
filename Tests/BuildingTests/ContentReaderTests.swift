import Building
import Cataloging
import Foundation
import Testing

@Suite struct ContentReaderTests {
  let disk = try! TemporaryFolder()

  func read(_ folder: String = "content") throws -> [String] {
    try ContentReader.read("\(disk.path)/\(folder)").map { "\($0.path)=\(String(decoding: $0.bytes, as: UTF8.self))" }
  }

  func failure(_ folder: String = "content") throws -> String {
    let failure = try #require(throws: DiskFailure.self) { try read(folder) }
    return failure.description.replacing(disk.path, with: "TMP")
  }

  @Test func filesComeSortedByTheBytesOfTheirPathsWithoutDotfiles() throws {
    for path in ["b.md", "a/z.md", "a.md", "a-b/c.md", "é.md", "Z.md", ".hidden", ".git/config", "a/.swp"] {
      try disk.put(path, at: "content/\(path)")
    }
    #expect(try read() == ["Z.md=Z.md", "a-b/c.md=a-b/c.md", "a.md=a.md", "a/z.md=a/z.md", "b.md=b.md", "é.md=é.md"])
  }

  @Test func bytesAreThoseOfTheFile() throws {
    try disk.makeFolder(at: "content")
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(fileURLWithPath: "\(disk.path)/content/raw"))
    #expect(try ContentReader.read("\(disk.path)/content/") == [SourceFile(path: "raw", bytes: bytes)])
  }

  @Test func aLinkToAFileInsideIsFollowed() throws {
    try disk.put("text", at: "content/a.md")
    try disk.link("content/b.md", to: "a.md")
    #expect(try read() == ["a.md=text", "b.md=text"])
  }

  @Test func aLinkOutOfTheFolderIsRefused() throws {
    try disk.put("secret", at: "outside.md")
    try disk.put("secret", at: "content-too/outside.md")
    try disk.makeFolder(at: "content")
    for target in ["../outside.md", "../content-too/outside.md", "/etc/passwd"] {
      try? FileManager.default.removeItem(atPath: "\(disk.path)/content/b.md")
      try disk.link("content/b.md", to: target)
      #expect(try failure() == "TMP/content/b.md: is a link that leads out of the folder: put a copy in its place")
    }
  }

  @Test func aLinkToAFolderIsRefused() throws {
    try disk.makeFolder(at: "content/a")
    try disk.link("content/a/loop", to: "../a")
    #expect(try failure() == "TMP/content/a/loop: is a link to something other than a file: put a copy in its place")
  }

  @Test func aNamedPipeIsRefusedAndNotOpened() throws {
    try disk.makeFolder(at: "content")
    #expect(mkfifo("\(disk.path)/content/pipe.md", 0o600) == 0)
    #expect(try failure() == "TMP/content/pipe.md: is a named pipe: only files and folders are read")
  }

  @Test func aFolderThatIsNotThereIsAFailure() throws {
    #expect(try failure() == "TMP/content: there is no such folder")
    try disk.put("text", at: "file")
    #expect(try failure("file") == "TMP/file: there is no such folder")
  }

  @Test func aNameThatIsNotUTF8IsAFailure() throws {
    try disk.makeFolder(at: "content")
    let name: [CChar] = Array("\(disk.path)/content/".utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(try failure() == "TMP/content/\u{FFFD}: the name is not UTF-8: rename it")
  }
}
