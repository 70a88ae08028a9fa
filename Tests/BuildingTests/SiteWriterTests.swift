import Building
import Cataloging
import Foundation
import Testing

@Suite struct SiteWriterTests {
  let disk = try! TemporaryFolder()
  let firstSite = [
    output("index.html", "home"), output("errors/one/index.html", "one"), output("errors/two/index.html", "two"),
    output("assets/site.0.css", "css"),
  ]

  @discardableResult
  func write(_ files: [OutputFile], to folder: String = "site") throws -> WriteSummary {
    try disk.makeFolder(at: "content")
    return try SiteWriter.write(files, to: "\(disk.path)/\(folder)", apartFrom: ["\(disk.path)/content"])
  }

  func failure(_ files: [OutputFile], to folder: String = "site") throws -> String {
    let failure = try #require(throws: DiskFailure.self) { try write(files, to: folder) }
    return failure.description.replacing(disk.path, with: "TMP")
  }

  @Test func aNewSiteIsWrittenWithTheListOfItsFiles() throws {
    #expect(try write(firstSite, to: "some/new/site") == WriteSummary(written: 4, unchanged: 0, removed: 0))
    #expect(
      try disk.tree(at: "some/new/site") == [
        "index.html": "home", "errors/one/index.html": "one", "errors/two/index.html": "two", "assets/site.0.css": "css",
        ".decode-site-manifest": "assets/site.0.css\nerrors/one/index.html\nerrors/two/index.html\nindex.html\n",
      ])
  }

  @Test func whatIsKnownOfANewSiteSparesMakingItAgain() throws {
    try disk.makeFolder(at: "content")
    let folder = "\(disk.path)/site"
    let (_, known) = try SiteWriter.write(firstSite.map(PlannedFile.init), to: folder, apartFrom: ["\(disk.path)/content"])
    let same = firstSite.map { file in
      PlannedFile(path: file.path) { PreparedFile(key: Digest(of: file.bytes)) { Array("made again".utf8) } }
    }
    let (summary, again) = try SiteWriter.write(same, to: folder, apartFrom: ["\(disk.path)/content"], knowing: known)
    #expect(summary == WriteSummary(written: 0, unchanged: 4, removed: 0))
    #expect(again == known)
  }

  @Test func theSameSiteAgainTouchesNothing() throws {
    try write(firstSite)
    let before = try disk.stamps(at: "site")
    #expect(try write(firstSite.reversed()) == WriteSummary(written: 0, unchanged: 4, removed: 0))
    #expect(try disk.stamps(at: "site") == before)
  }

  @Test func onlyChangedFilesAreWrittenAndStaleOnesRemovedWithTheirFolders() throws {
    try write(firstSite)
    let before = try disk.stamps(at: "site")
    let next = [output("index.html", "home"), output("errors/one/index.html", "one, revised"), output("assets/site.1.css", "css2")]
    #expect(try write(next) == WriteSummary(written: 2, unchanged: 1, removed: 2))
    #expect(
      try disk.tree(at: "site") == [
        "index.html": "home", "errors/one/index.html": "one, revised", "assets/site.1.css": "css2",
        ".decode-site-manifest": "assets/site.1.css\nerrors/one/index.html\nindex.html\n",
      ])
    #expect(try disk.stamps(at: "site")["index.html"] == before["index.html"])
  }

  @Test func filesOfTheOwnerSurvive() throws {
    try write(firstSite)
    try disk.put("example.com", at: "site/CNAME")
    try disk.put("ref: main", at: "site/.git/HEAD")
    try disk.put("a note", at: "site/errors/two/note.txt")
    #expect(try write([output("index.html", "home")]) == WriteSummary(written: 0, unchanged: 1, removed: 3))
    #expect(
      try disk.tree(at: "site") == [
        "index.html": "home", "CNAME": "example.com", ".git/HEAD": "ref: main", "errors/two/note.txt": "a note",
        ".decode-site-manifest": "index.html\n",
      ])
  }

  @Test func aFolderThatIsNotOursIsRefusedAndIntact() throws {
    try disk.put("precious", at: "site/index.html")
    #expect(
      try failure(firstSite)
        == "TMP/site: holds files but no site of ours (it has no .decode-site-manifest), so nothing was written: "
        + "choose another folder, or empty this one")
    #expect(try disk.tree(at: "site") == ["index.html": "precious"])
  }

  @Test func aFileOfTheOwnersIsNotReplaced() throws {
    try write(firstSite)
    try disk.put("User-agent: *", at: "site/robots.txt")
    let before = try disk.tree(at: "site")
    #expect(
      try failure([output("robots.txt", "ours")])
        == "TMP/site/robots.txt: is not ours, and stands where a file of the site belongs: move it away")
    #expect(try disk.tree(at: "site") == before)
  }

  @Test(arguments: [
    ("content", "TMP/content: a site is never written into, or around, TMP/content: choose another folder"),
    ("content/site", "TMP/content/site: a site is never written into, or around, TMP/content: choose another folder"),
    (".", "TMP/.: a site is never written into, or around, TMP/content: choose another folder"),
    ("link/site", "TMP/link/site: a site is never written into, or around, TMP/content: choose another folder"),
    ("file", "TMP/file: is not a folder: choose another place for the site"),
    ("file/site", "TMP/file/site: Not a directory"),
  ])
  func anOutputThatIsNoPlaceForASiteIsRefused(folder: String, message: String) throws {
    try disk.makeFolder(at: "content")
    try disk.put("text", at: "file")
    try disk.link("link", to: "content")
    let before = try disk.tree()
    #expect(try failure(firstSite, to: folder) == message)
    #expect(try disk.tree() == before)
  }

  @Test(arguments: [
    "", "/etc/passwd", "../up.html", "a/../b", "a//b", "./a", "a/", "a/..", "a/.", "..", "line\nfeed", "nul\0", ".decode-site-manifest",
    ".decode-site-staging/0", "../\u{301}x",
  ])
  func anUnsafePathIsRefused(path: String) throws {
    #expect(try failure([output(path, "x")]) == "\(path): is no path for a file of the site")
    #expect(try disk.tree() == ["content/": ""])
  }

  @Test func pathsThatCollideAreRefused() throws {
    #expect(try failure([output("a", "1"), output("a", "2")]) == "a: two files of the site have this path")
    #expect(try failure([output("a", "1"), output("a/b", "2")]) == "a/b: lies in a, which is a file of the site")
  }

  @Test func nothingIsWrittenThroughALinkInsideTheSite() throws {
    try write(firstSite)
    try disk.makeFolder(at: "elsewhere")
    try FileManager.default.removeItem(atPath: "\(disk.path)/site/errors/two/index.html")
    try FileManager.default.removeItem(atPath: "\(disk.path)/site/errors/two")
    try disk.link("site/errors/two", to: "\(disk.path)/elsewhere")
    #expect(try failure(firstSite) == "TMP/site/errors/two: stands where a folder of the site belongs: move it away")
    #expect(try write([output("index.html", "home")]) == WriteSummary(written: 0, unchanged: 1, removed: 2))
    #expect(try disk.tree(at: "elsewhere").isEmpty)
  }

  @Test(arguments: ["../content/file\n", "/etc/passwd\n", "a/../../b\n"])
  func aManifestThatPointsOutOfTheFolderIsRefused(manifest: String) throws {
    try disk.put("kept", at: "content/file")
    try disk.put(manifest, at: "site/.decode-site-manifest")
    #expect(
      try failure(firstSite)
        == "TMP/site/.decode-site-manifest: is not a list of the site's files, so nothing was written: remove the folder's content")
    #expect(try disk.tree(at: "content") == ["file": "kept"])
  }

  @Test func whatARunThatWasCutShortLeftIsCleared() throws {
    try write(firstSite)
    try disk.put("half a page", at: "site/.decode-site-staging/0")
    #expect(try write(firstSite) == WriteSummary(written: 0, unchanged: 4, removed: 0))
    #expect(try disk.tree(at: "site").keys.filter { $0.hasPrefix(".decode-site-staging") } == [])
    try disk.put("half a page", at: "fresh/.decode-site-staging/errors/one/index.html")
    #expect(try write(firstSite, to: "fresh") == WriteSummary(written: 4, unchanged: 0, removed: 0))
    #expect(try disk.tree(at: "fresh").keys.filter { $0.hasPrefix(".decode-site-staging") } == [])
  }

  @Test func aRunThatFailsInStagingLeavesTheEarlierSite() async throws {
    await #expect(processExitsWith: .success) {
      let disk = try TemporaryFolder()
      try disk.makeFolder(at: "content")
      let write = { (files: [OutputFile], folder: String) in
        _ = try SiteWriter.write(files, to: "\(disk.path)/\(folder)", apartFrom: ["\(disk.path)/content"])
      }
      try write([output("index.html", "home"), output("old.html", "old")], "site")
      let before = try disk.tree()
      // From here on no file of this process may be larger than a kibibyte: what a full disk does, without filling one.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1024, rlim_max: 1024)
      #if os(Linux)
        #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #else
        #expect(setrlimit(RLIMIT_FSIZE, &limit) == 0)
      #endif
      let large = [output("index.html", "home, revised"), output("large.html", String(repeating: "x", count: 5000))]
      for folder in ["site", "never/made"] {
        let failure = #expect(throws: DiskFailure.self) { try write(large, folder) }
        #expect(failure?.message == "File too large")
        #expect(try disk.tree() == before)
      }
    }
  }
}
