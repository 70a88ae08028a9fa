import Foundation
import Testing

/// `decode-site reproduce`: what scripts print is held against the samples, and nothing of them stays.
@Suite struct ReproduceTests {
  let disk = try! TemporaryFolder()

  static let script = "content/reproducers/\(Probe.slug).sh"

  init() throws {
    try disk.put("title: Test\ndescription: Errors.\n".utf8, at: "content/site.yml")
    try disk.put("".utf8, at: "content/areas.yml")
    try Probe.add(to: disk)
    try disk.makeFolder("tmp")
  }

  private func put(_ body: String, needs: String = "sh") throws {
    try disk.put("#!/bin/sh\n# Provokes it.\n# Needs: \(needs)\n# Run with: these tests\n\(body)\n".utf8, at: Self.script)
  }

  private func reproduce(_ arguments: [String] = []) async throws -> Program.Run {
    try await Program.built("decode-site").run(
      ["reproduce"] + arguments, environment: ["TMPDIR": disk.path("tmp"), "SECRET": "hunter2", "https_proxy": "http://10.0.0.5:3128"],
      in: disk.path)
  }

  /// The report without the line about the network, the times of day that runs take, and what there is of warnings.
  private func report(_ run: Program.Run) -> String {
    run.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
      .replacing(#/, \d+\.\d s/#, with: ", N s")
  }

  private func expect(_ report: String, status: Int32, _ arguments: [String] = []) async throws {
    let run = try await reproduce(arguments)
    #expect(self.report(run) == report, "\(run.errors)")
    #expect(run.status == status)
    #expect(try disk.files(at: "tmp").isEmpty, "nothing is left")
  }

  @Test func theSameTextIsNotedAsTheSame() async throws {
    try put("echo 'app[99]: the quux at 10.9.9.9 is upside down'")
    try await expect(
      """
      same      upside-down-quux  signature 1 of 1, N s

      1 script: 1 same.

      """, status: 0)
  }

  @Test func aReportHoldsOnlyWhatNeedsALook() async throws {
    try put("echo 'app[99]: the quux at 10.9.9.9 is upside down'")
    let quiet = try await reproduce(["--format", "markdown"])
    #expect(quiet.status == 0 && quiet.output == "")
    try put("echo 'the `quux` at 10.9.9.9 stands on its head, upside down'")
    let run = try await reproduce(["--format", "markdown"])
    let expected = """
      ### Reproducers: 1 of 1 need a look

      These scripts provoke their errors no longer in the words that their entries know.

      ```
      CHANGED   upside-down-quux  nothing matches its output
                content/entries/probe/upside-down-quux.md:11
                - app[7]: the quux at 10.0.0.5 is upside down
                + the `quux` at 10.9.9.9 stands on its head, upside down
      ```

      """
    #expect(run.status == 1 && run.output == expected, "\(run)")
  }

  @Test func anotherWordingIsShownBesideTheSampleItIsMostLike() async throws {
    try put("echo starting; echo 'the quux at 10.9.9.9 stands on its head, upside down'; echo bye")
    try await expect(
      """
      CHANGED   upside-down-quux  nothing matches its output
                content/entries/probe/upside-down-quux.md:11
                - app[7]: the quux at 10.0.0.5 is upside down
                + the quux at 10.9.9.9 stands on its head, upside down

      1 script: 1 changed.

      """, status: 1)
  }

  @Test func anotherSignatureThanTheLikestSamplesIsAChange() async throws {
    try addSignature("the quux at {host} is{...}upside down now")
    try put("echo 'the quux at 10.9.9.9 is again upside down now'")
    try await expect(
      """
      CHANGED   upside-down-quux  another signature matches: signature 2 of 2
                content/entries/probe/upside-down-quux.md:12
                - app[7]: the quux at 10.0.0.5 is upside down
                + the quux at 10.9.9.9 is again upside down now

      1 script: 1 changed.

      """, status: 1)
  }

  private func addSignature(_ text: String) throws {
    try disk.edit(Probe.path, replacing: "is upside down\"\nsamples:", with: "is upside down\"\n  - match: \"\(text)\"\nsamples:")
  }

  @Test func aScriptThatEndsBadlyHasFailed() async throws {
    try put("echo 'the quux at 10.9.9.9 is upside down'\necho 'cannot turn it' >&2\nexit 3")
    try await expect(
      """
      FAILED    upside-down-quux  exit status 3, N s
                cannot turn it

      1 script: 1 failed.

      """, status: 1)
  }

  @Test(arguments: [
    ("exit 77", "sh, quux-turner (2 or newer)", "not installed: quux-turner"),
    ("echo 'no quux runs' >&2; exit 77", "sh", "no quux runs"), ("exit 77", "sh", "it does not say why"),
  ])
  func whatIsNotHereIsMissingAndNoTrouble(body: String, needs: String, reason: String) async throws {
    try put(body, needs: needs)
    try await expect(
      """
      missing   upside-down-quux  \(reason)

      1 script: 1 without their tools: nothing is known of any entry.

      """, status: 0)
  }

  @Test func aScriptThatDoesNotEndIsEndedWithAllItHasStarted() async throws {
    let mark = disk.path("alive")
    try put("(while :; do date >'\(mark)'; sleep 0.1; done) &\nsetsid sleep 300 &\ntrap '' TERM\nwhile :; do sleep 1; done")
    try await expect(
      """
      TIME OUT  upside-down-quux  it had 1 s

      1 script: 1 timed out.

      """, status: 1, ["--timeout", "1"])
    try FileManager.default.removeItem(atPath: mark)
    try await Task.sleep(for: .milliseconds(400))
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func aScriptThatPrintsWithoutEndIsEnded() async throws {
    try put("while :; do cat /dev/zero | tr '\\0' 'quux\\n' | head -c 1000000; done")
    try await expect(
      """
      FAILED    upside-down-quux  prints without an end, N s

      1 script: 1 failed.

      """, status: 1)
  }

  @Test func aScriptHasAFolderOfItsOwnAndLittleOfTheEnvironment() async throws {
    try put(
      """
      printf '%s|' "${SECRET-none}" "${https_proxy-none}" "${HOME##*/}" "${TMPDIR##*/}" "$PWD" "$TZ" >&2
      [ "$PWD" = "$HOME" ] && mktemp >/dev/null && [ ! -t 0 ] && exit 77
      """)
    let run = try await reproduce(["--format", "json"])
    let detail = try #require(run.output.firstMatch(of: #/"detail":"none\|none\|home\|tmp\|([^|]*)/home\|UTC\|"/#))
    #expect(String(detail.1).hasPrefix(disk.path("tmp")))
  }

  /// Where namespaces are to be had.
  @Test func aScriptSeesTheLoopbackOnly() async throws {
    try put("ip -o link show up | wc -l >&2; exit 77", needs: "ip")
    let run = try await reproduce(["--format", "json"])
    guard run.output.contains(#""network":"loopback""#), !run.output.contains("not installed") else { return }
    #expect(run.output.contains(#""detail":"1""#))
  }

  @Test func withoutNamespacesItSaysSo() async throws {
    try put("echo 'the quux at 10.9.9.9 is upside down'")
    try disk.makeFolder("bin")
    let run = try await Program.built("decode-site").run(
      ["reproduce"], environment: ["PATH": disk.path("bin"), "TMPDIR": disk.path("tmp")], in: disk.path)
    #expect(run.output.hasPrefix("The scripts see this machine's network, without its proxies: no namespaces are\nto be had.\n"))
  }

  @Test func jsonHasEveryKey() async throws {
    try put("echo 'the quux at 10.9.9.9 is upside up'")
    let run = try await reproduce(["--format", "json", Probe.slug])
    let line = run.output.replacing(#/"network":"\w+"/#, with: #""network":"N""#)
      .replacing(#/"milliseconds":\d+/#, with: #""milliseconds":0"#)
    #expect(
      line == #"{"schema":1,"network":"N","reproductions":[{"entry":"upside-down-quux","path":"reproducers/upside-down-quux.sh","#
        + #""outcome":"changed","signatures":[],"milliseconds":0,"detail":null,"errors":[],"change":{"kind":"answer","answer":null,"#
        + #""missingCaptures":[],"newCaptures":[],"sample":{"path":"entries/probe/upside-down-quux.md","line":11},"#
        + #""expected":"app[7]: the quux at 10.0.0.5 is upside down","found":"the quux at 10.9.9.9 is upside up"}}]}"# + "\n")
    #expect(run.status == 1)
  }

  @Test func withoutScriptsNothingIsRunAndItSaysSo() async throws {
    try await expect("There are no scripts: nothing was run.\n", status: 0)
  }

  @Test(arguments: [
    (["upside-down-qux"], "'upside-down-qux' has no script content/reproducers/upside-down-qux.sh. Did you mean 'upside-down-quux'?"),
    (["--timeout", "0"], "A script takes 1 to 86400 seconds."),
  ])
  func wrongUsageIsSixtyFour(arguments: [String], message: String) async throws {
    try put("exit 77")
    let run = try await reproduce(arguments)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
  }

  @Test func aHeadThatCannotBeReadIsAFinding() async throws {
    try disk.put("#!/bin/sh\n# Needs: a running quux\n# Run with: these tests\n".utf8, at: Self.script)
    let run = try await reproduce()
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        """
        content/reproducers/upside-down-quux.sh:2:10: error: 'a running quux' is no command with a note in brackets [reproducer-head]
            # Needs: a running quux
                     ^~~~~~~~~~~~~~
            help: write `# Needs: node (20 or newer), psql`: commands, apart by commas, notes in brackets

        """))
    #expect(run.output.hasSuffix("There are no scripts: nothing was run.\n"))
  }

  @Test func whatElseIsWrongWithTheContentIsNoHindrance() async throws {
    try put("echo 'the quux at 10.9.9.9 is upside down'")
    try disk.edit(Probe.path, replacing: "title: \"The quux", with: "title: \"TODO: The quux")
    #expect(try await report(reproduce()).hasPrefix("same      upside-down-quux  signature 1 of 1, N s\n"))
    try disk.edit(Probe.path, replacing: "samples:", with: "sampels:")
    try await expect(
      """
      FAILED    upside-down-quux  its entry cannot be read, or has no sample: decode-site check tells why, 0.0 s

      1 script: 1 failed.

      """.replacing("0.0 s", with: "N s"), status: 1)
  }

  @Test func ctrlCEndsTheScriptToo() async throws {
    let mark = disk.path("alive")
    try put("while :; do date >'\(mark)'; sleep 0.1; done")
    let streams = [ChildProcess.Stream.file("/dev/null"), .file(try disk.put([], at: "out")), .file(try disk.put([], at: "err"))]
    let process = try Program.built("decode-site").start(
      ["reproduce", "--timeout", "3600"], environment: ["TMPDIR": disk.path("tmp")], folder: disk.path, streams: streams)
    while !FileManager.default.fileExists(atPath: mark) { try await Task.sleep(for: .milliseconds(50)) }
    process.interrupt()
    #expect(try await process.status(within: 300) == 130)
    #expect(try disk.files(at: "tmp").isEmpty)
    try FileManager.default.removeItem(atPath: mark)
    try await Task.sleep(for: .milliseconds(400))
    #expect(!FileManager.default.fileExists(atPath: mark))
  }
}
