import Foundation
import Testing

/// The scripts behind `action.yml` and the scheduled workflow, with stand-ins for `curl` and `gh`.
@Suite struct PipelineScriptTests {
  let disk = try! TemporaryFolder()

  init() throws {
    try disk.put(ChainIndex.json.utf8, at: "index.json")
    try disk.put("cc: not found\nnpm failed in 3 steps\n".utf8, at: "deploy.log")
    try disk.put("all is well\n".utf8, at: "fine.log")
  }

  private func script(_ name: String, _ arguments: [String], _ environment: [String: String?]) async throws -> Program.Run {
    let path = Repository.root.appending(path: ".ci/\(name)").path(percentEncoded: false)
    return try await Program.installed("sh").run([path] + arguments, environment: environment, in: disk.path)
  }

  /// A program of the tests' own, in the first folder of `PATH`.
  ///
  /// Copied by a process of its own: a file that this one has written may be open in what another test is just starting, and a program that is open
  /// for writing cannot be run.
  private func put(_ text: String, asProgram name: String) async throws {
    let source = try disk.put("#!/bin/sh\n\(text)\n".utf8, at: "\(name).sh")
    try disk.makeFolder("bin")
    let run = try await Program.installed("install").run(["-m", "755", source, disk.path("bin/\(name)")])
    try #require(run.status == 0, "\(run.errors)")
  }

  private var path: String { "\(disk.path("bin")):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")" }

  // MARK: The action

  private func explain(_ inputs: [String: String]) async throws -> Program.Run {
    try? disk.remove("output")
    let program = try Program.built("decode").url.path(percentEncoded: false)
    let variables = [
      "EXPLAIN_FILE": "", "EXPLAIN_RUN": "4711", "EXPLAIN_TOKEN": "s3cret-t0ken", "EXPLAIN_DECODE": program,
      "DECODE_INDEX": disk.path("index.json"), "GITHUB_OUTPUT": disk.path("output"), "GITHUB_STEP_SUMMARY": disk.path("summary.md"),
      "GITHUB_API_URL": "https://api.example.com", "GITHUB_REPOSITORY": "example-org/app", "GITHUB_ACTION_PATH": disk.path, "PATH": path,
    ]
    return try await script("explain", ["decode"], variables.merging(inputs) { $1 })
  }

  @Test func aFileIsExplained() async throws {
    let run = try await explain(["EXPLAIN_FILE": "deploy.log"])
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0 && run.errors == "" && lines.count == 2, "\(run)")
    #expect(lines[0].hasPrefix("::error title=No compiler::line 1: cc: not found%0A"))
    #expect(try disk.text(at: "summary.md").hasPrefix("### [No compiler](https://example.com/errors/no-compiler/)\n"))
    #expect(try disk.text(at: "output") == "matched=true\nentry=no-compiler\n")
  }

  @Test func thatNothingMatchesIsNoFailure() async throws {
    let run = try await explain(["EXPLAIN_FILE": "fine.log"])
    let notice = "::notice title=Nothing matched::No entry of the index describes this text.\n"
    #expect(run == Program.Run(status: 0, output: notice))
    #expect(try disk.text(at: "output") == "matched=false\nentry=\n")
  }

  @Test(arguments: [
    (["EXPLAIN_FILE": "none.log"], "There is no file at the path that the input 'file' names."),
    (["EXPLAIN_FILE": "deploy.log", "EXPLAIN_DECODE": "./none"], "There is no program at the path that the input 'decode' names."),
    (["EXPLAIN_FILE": "deploy.log", "DECODE_INDEX": "none.json"], "The text could not be read."),
  ])
  func whatIsMissingIsSaid(inputs: [String: String], message: String) async throws {
    let run = try await explain(inputs)
    #expect(run.status == 1 && run.output == "::error title=decode::\(message)\n", "\(run)")
  }

  private static let hasJQ = (try? Program.installed("jq")) != nil

  @Test(.enabled(if: hasJQ, "jq takes the jobs apart"))
  func theLogsOfFailedJobsAreExplained() async throws {
    let jobs =
      #"{"jobs":[{"id":1,"name":"lint","conclusion":"success"},{"id":2,"name":"deploy `web` ::error::x","conclusion":"failure"},"#
      + #"{"id":3,"name":"lost","conclusion":"failure"}]}"#
    try await put(
      """
      echo "$*" >> "\(disk.path("calls"))"
      for last; do :; done
      case $last in
      https://api.example.com/repos/example-org/app/actions/runs/4711/jobs\\?*) echo '\(jobs)' ;;
      https://api.example.com/repos/example-org/app/actions/jobs/2/logs) cat "\(disk.path("deploy.log"))" ;;
      *) exit 22 ;;
      esac
      """, asProgram: "curl")
    let run = try await explain([:])
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0 && lines.count == 4, "\(run)")
    #expect(lines.first == "Job deploy ·web· ··error··x" && lines[1].hasPrefix("::error title=No compiler::"))
    #expect(lines.last == "::warning title=decode::The log of job lost could not be fetched.")
    #expect(try disk.text(at: "summary.md").hasPrefix("## deploy ·web· ··error··x\n\n### [No compiler]"))
    #expect(try disk.text(at: "output") == "matched=true\nentry=no-compiler\n")
    #expect(try !disk.text(at: "calls").contains("s3cret-t0ken"), "the token is no argument of a program")
  }

  // MARK: The issue

  /// A `gh` that knows issue 7 while it is open, and keeps what it is asked and the issue's text.
  private func putGitHub() async throws {
    try await put(
      """
      cd "\(disk.path)"
      echo "$1 $2 $3" >> calls
      case "$1 $2" in
      'issue list') if [ -f open ]; then echo 7; fi ;;
      'issue create' | 'issue edit')
        while [ $# -gt 0 ]; do if [ "$1" = --body-file ]; then cp "$2" body; fi; shift; done
        touch open ;;
      'issue close') rm open ;;
      esac
      """, asProgram: "gh")
  }

  private func report(_ text: String) async throws -> [Substring] {
    try disk.put(text.utf8, at: "report.md")
    try disk.put([], at: "calls")
    let run = try await script(
      "issue", ["report.md"],
      [
        "GITHUB_REPOSITORY": "example-org/app", "GITHUB_RUN_ID": "4711", "GITHUB_SERVER_URL": "https://github.example.com", "PATH": path,
      ])
    #expect(run.status == 0 && run.errors == "", "\(run)")
    return try disk.text(at: "calls").split(separator: "\n")
  }

  @Test func oneIssueIsOpenedWrittenAnewAndClosed() async throws {
    try await putGitHub()
    #expect(try await report("") == ["issue list --label"])
    #expect(try await report("gone: a\n") == ["issue list --label", "label create scheduled-check", "issue create --title"])
    #expect(try await report("gone: b\n") == ["issue list --label", "issue edit 7"])
    let head = "Written by [a scheduled run](https://github.example.com/example-org/app/actions/runs/4711), anew each time; "
    #expect(try disk.text(at: "body") == head + "it is closed when nothing is left.\n\ngone: b\n")
    #expect(try await report("") == ["issue list --label", "issue close 7"])
  }

  @Test func aLongReportIsCutBetweenLinesAndItsFenceClosed() async throws {
    try await putGitHub()
    let lines = String(repeating: String(repeating: "x", count: 99) + "\n", count: 700)
    _ = try await report("````\n```\n\(lines)````\n")
    let body = try disk.text(at: "body")
    #expect(body.utf8.count < 65_536 && body.hasSuffix("x\n````\n\nThe rest is in the run's summary.\n"), "\(body.suffix(200))")
  }
}
