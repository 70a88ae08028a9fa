import Foundation
import Testing

/// When the disk refuses to take a site: exit status 2, and the last good site still stands, byte for byte.
@Suite struct BuildSiteDiskTests {
  let disk = try! TemporaryFolder()
  let before: [String: Data]

  init() async throws {
    try Repository.copy(to: disk)
    let first = try await Program.built("decode-site").run(["build"], in: disk.path)
    try #require(first.status == 0)
    before = try disk.files(at: "site")
    try disk.edit("content/site.yml", replacing: "language: en", with: "language: en-GB")
  }

  @Test func aFullDiskLeavesTheOldSite() async throws {
    // A limit on the size of files stands in for a full disk: the same call fails, in the same place.
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build"
    let run = try await Program.installed("sh").run(
      ["-c", script, Program.built("decode-site").url.path(percentEncoded: false)], in: disk.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: site/.decode-site-staging/") && run.errors.hasSuffix(": File too large\n"), "\(run.errors)")
    #expect(try disk.files(at: "site") == before)
  }

  @Test func aFolderThatMayNotBeWrittenStaysAsItIs() async throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: disk.path("site"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: disk.path("site")) }
    let run: Program.Run
    if geteuid() == 0 {
      // Root may write anywhere, so somebody else runs a copy that anybody may read. A shell copies it: a copy made here could still
      // be open in a process that another test starts, and then it cannot be run.
      let script = "cp \"$0\" decode-site && exec setpriv --reuid=65534 --regid=65534 --clear-groups ./decode-site build"
      run = try await Program.installed("sh").run(
        ["-c", script, Program.built("decode-site").url.path(percentEncoded: false)], in: disk.path)
    } else {
      run = try await Program.built("decode-site").run(["build"], in: disk.path)
    }
    #expect(run == Program.Run(status: 2, errors: "error: site/.decode-site-staging: Permission denied\n"))
    #expect(try disk.files(at: "site") == before)
  }
}
