import Foundation
import Testing

/// `decode-site check`: what it prints in which form, what it mends, and its exit status.
@Suite struct CheckTests {
  let disk = try! TemporaryFolder()
  static let entry = "content/entries/node/eaddrinuse.md"

  init() throws { try disk.copy(Repository.root.appending(path: "Tests/LintingTests/Fixtures/base"), to: "content") }

  func check(_ arguments: [String] = [], environment: [String: String?] = [:]) async throws -> Program.Run {
    try await Program.built("decode-site").run(["check"] + arguments, environment: environment, in: disk.path)
  }

  private func breakEntry() throws {
    try disk.edit(Self.entry, replacing: "condition:", with: "role: couse\ncondition:")
    try disk.edit("content/entries/npm/elifecycle.md", replacing: "npm error errno 1", with: "EADDRINUSE: address already in use :::1")
  }

  private static let closing = "2 entries, 1 healthy log checked: 2 errors, 0 warnings\n"

  private static let role = """
    content/entries/node/eaddrinuse.md:3:7: error: there is no role 'couse' [unknown-value]
        role: couse
              ^~~~~
        help: did you mean 'cause'?
      + role: cause

    """

  private static let cause = """
    content/entries/npm/elifecycle.md:10:7: error: this sample holds a cause: 'eaddrinuse', by its signature 'EADDRINUSE: address already in use {host}:{port}' [wrapper-with-cause]
              EADDRINUSE: address already in use :::1
              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        help: cut the cause out of the sample, or make the sample one of that entry

    """

  // MARK: What is reported

  @Test func soundContentIsZero() async throws {
    #expect(try await check() == Program.Run(status: 0, output: "2 entries, 1 healthy log checked: 0 errors, 0 warnings\n"))
  }

  @Test func everyFindingIsReportedAtOnceThoughAFileIsBroken() async throws {
    try breakEntry()
    #expect(try await check() == Program.Run(status: 1, output: Self.role + Self.cause + Self.closing))
  }

  @Test func aWarningAloneIsZero() async throws {
    try disk.remove("content/benign")
    let run = try await check()
    #expect(
      run.status == 0 && run.output.hasPrefix("content/benign:1:1: warning: there is no folder of healthy logs [healthy-logs-missing]\n"))
    #expect(run.output.hasSuffix("\n2 entries, 0 healthy logs checked: 0 errors, 1 warning\n"))
  }

  @Test func contentWithoutAnEntryIsOne() async throws {
    try disk.remove("content/entries")
    let run = try await check()
    #expect(run.status == 1 && run.output.hasPrefix("content/entries:1:1: error: there is no entry [no-entry]\n"))
  }

  @Test(arguments: [
    (["content/entries/node"], role, "1 error"), ([entry], role, "1 error"), (["content/entries/npm/"], cause, "1 error"),
    (["./content/../content/entries/npm", "content/site.yml"], cause, "1 error"), (["content"], role + cause, "2 errors"),
    (["content/benign"], "", "0 errors"),
  ])
  func pathsRestrictWhatIsReportedAndNotWhatIsLookedAt(paths: [String], output: String, errors: String) async throws {
    try breakEntry()
    let closing = "2 entries, 1 healthy log checked: \(errors), 0 warnings in what was named\n"
    #expect(try await check(paths) == Program.Run(status: output.isEmpty ? 0 : 1, output: output + closing))
  }

  @Test(arguments: [
    (["content/entries/nod"], "error: content/entries/nod: there is no such file or folder\n"),
    (["."], "error: .: lies outside of content\n"), (["--content", "nowhere"], "error: nowhere: there is no such folder\n"),
    (["--format", "github", "--changed-since", "HEAD"], "error: Could not access 'HEAD'"),
  ])
  func whatCannotBeReadIsTwo(arguments: [String], message: String) async throws {
    let run = try await check(arguments)
    #expect(run.status == 2 && run.output == "" && run.errors.hasPrefix(message), "\(run)")
  }

  @Test(arguments: [
    (["--explain", "crosfire"], "Error: There is no rule 'crosfire'. Did you mean 'cross-fire'?"),
    (["--rule", "crosfire"], "Error: There is no rule 'crosfire'. Did you mean 'cross-fire'?"),
    (["--format", "xml"], "Error: The value 'xml' is invalid for '--format <form>'"),
    (["--changed-since", "HEAD"], "Error: --changed-since orders annotations: it goes with --format github."),
    (["--format", "github", "--changed-since=--output=x"], "Error: '--output=x' is no revision."),
    (["--content", ""], "Error: A folder needs a name."),
  ])
  func wrongUsageIsSixtyFour(arguments: [String], message: String) async throws {
    let run = try await check(arguments)
    #expect(run.status == 64 && run.errors.hasPrefix(message), "\(run)")
  }

  @Test func aRuleIsExplained() async throws {
    let run = try await check(["--explain", "bad-date"])
    let expected = """
      bad-date (error)

      A date is a day of the calendar, as YYYY-MM-DD.

      The date an entry was updated is shown on its page and orders the feed. Only
      this one form sorts by its letters and is read alike everywhere.

      Breaks it:

          updated: 2026-02-30

      Keeps it:

          updated: 2026-02-28

      """
    #expect(run == Program.Run(status: 0, output: expected))
  }

  @Test func coloursAreForTerminalsOrWhenAskedFor() async throws {
    try breakEntry()
    #expect(try await !check(["--color", "auto"]).output.contains("\u{1B}"))
    #expect(try await check(["--color", "always"]).output.contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  // MARK: Forms

  @Test func jsonIsOneObjectOfFindings() async throws {
    try breakEntry()
    let expected =
      #"{"schema":1,"findings":[{"rule":"unknown-value","severity":"error","path":"content/entries/node/eaddrinuse.md","line":3,"column":7,"#
      + #""message":"there is no role 'couse'","hint":"did you mean 'cause'?"},"#
      + #"{"rule":"wrapper-with-cause","severity":"error","path":"content/entries/npm/elifecycle.md","line":10,"column":7,"#
      + #""message":"this sample holds a cause: 'eaddrinuse', by its signature 'EADDRINUSE: address already in use {host}:{port}'","#
      + #""hint":"cut the cause out of the sample, or make the sample one of that entry"}]}"# + "\n"
    #expect(try await check(["--format", "json"]) == Program.Run(status: 1, output: expected, errors: Self.closing))
  }

  @Test func sarifHoldsAllRulesAndAResultForEachFinding() async throws {
    try breakEntry()
    let run = try await check(["--format", "sarif"])
    #expect(run.status == 1 && run.errors == Self.closing)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let first = try #require((log["runs"] as? [[String: Any]])?.first)
    let rules = try #require(((first["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]])
    let results = try #require(first["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["unknown-value", "wrapper-with-cause"])
    for result in results {
      #expect(rules[try #require(result["ruleIndex"] as? Int)]["id"] as? String == result["ruleId"] as? String)
    }
  }

  // MARK: GitHub

  private func git(_ arguments: String...) async throws {
    let names = ["-c", "user.name=check", "-c", "user.email=check@example.com"]
    let run = try await Program.installed("git").run(names + arguments, in: disk.path)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test func annotationsShowErrorsAndWhatTheChangeTouchesAndTenOfAKind() async throws {
    let titles = (1...12).map { "<b\($0)>" }.joined(separator: "\n\n")
    try disk.edit(Self.entry, replacing: "## Why it happens\n", with: "## Why it happens\n\n\(titles)\n")
    try disk.put("old".utf8, at: "content/samples/old, \"100%\".txt")
    try await git("init", "-q")
    try await git("add", ".")
    try await git("commit", "-q", "-m", "content")
    try disk.edit(Self.entry, replacing: "updated: 2026-11-22", with: "updated: 2026-11-31")
    try disk.edit(Self.entry, replacing: "<b12>", with: "<b99>")
    try disk.put("new".utf8, at: "content/samples/new.txt")
    let run = try await check(
      ["--format", "github", "--changed-since", "HEAD"], environment: ["GITHUB_STEP_SUMMARY": disk.path("summary.md")])
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(run.status == 1 && run.errors == "" && lines.count == 12, "\(run)")
    #expect(
      lines.first
        == "::error file=content/entries/node/eaddrinuse.md,line=13,col=10,endColumn=20,title=bad-date::'2026-11-31' is no day of the calendar%0Ahelp: write YYYY-MM-DD"
    )
    #expect(lines[1].hasPrefix("::error file=content/entries/node/eaddrinuse.md,line=42,col=1,endColumn=6,title=raw-html::"))
    #expect(lines[2].hasPrefix("::error file=content/entries/node/eaddrinuse.md,line=20,"))
    #expect(lines[10].hasPrefix("::warning file=content/samples/new.txt,line=1,"))
    #expect(lines[11] == "2 entries, 1 healthy log checked: 13 errors, 2 warnings")
    let summary = try disk.text(at: "summary.md")
    let head = """
      ### Content check: 13 errors, 1 warning

      Errors have to be mended before this can be published; warnings are worth a look. Each finding shows its line and what to do. \
      `decode-site check --explain RULE` says more about the name in brackets.

      ```
      content/entries/node/eaddrinuse.md:13:10: error: '2026-11-31' is no day of the calendar [bad-date]
          updated: 2026-11-31
                   ^~~~~~~~~~
          help: write YYYY-MM-DD
      ```

      ```
      content/entries/node/eaddrinuse.md:42:1: error:
      """
    #expect(summary.hasPrefix(head), "\(summary)")
    let parts = summary.components(separatedBy: "\nElsewhere, where a change can be felt")
    #expect(parts.map { $0.components(separatedBy: "error:").count - 1 } == [2, 11])
    #expect(parts[0].contains("\ncontent/samples/new.txt:1:1: warning:"))
    #expect(summary.hasSuffix("\n```\n\nLeft out: 1 warning on lines that this change does not touch.\n\n"))
    let all = try await check(["--format", "github"]).output.split(separator: "\n")
    #expect(all.count == 13 && all[11].hasPrefix("::warning file=content/samples/old%2C \"100%25\".txt,line=1,"))
  }

  @Test func aSummarySaysThatNothingIsToBeMended() async throws {
    let run = try await check(["--format", "github"], environment: ["GITHUB_STEP_SUMMARY": disk.path("summary.md")])
    #expect(run == Program.Run(status: 0, output: "2 entries, 1 healthy log checked: 0 errors, 0 warnings\n"))
    let expected = "### Content check: nothing to mend\n\nChecked: 2 entries, 1 healthy log.\n\n"
    #expect(try disk.text(at: "summary.md") == expected)
  }

  @Test func aReportIsEmptyWhenThereIsNothingToSay() async throws {
    #expect(try await check(["--format", "markdown"]).output == "")
    try breakEntry()
    let run = try await check(["--format", "markdown"])
    #expect(run.status == 1 && run.errors == Self.closing)
    let role = "```\n\(Self.role)```\n\n```\n\(Self.cause)```\n"
    #expect(run.output.hasPrefix("### Content check: 2 errors, 0 warnings\n\n") && run.output.hasSuffix("\n\n\(role)"), "\(run.output)")
    #expect(run.output.contains(" `decode-site check --fix` mends 1 of them."))
  }

  @Test func rulesRestrictWhatIsReportedAndMended() async throws {
    try breakEntry()
    let closing = "2 entries, 1 healthy log checked: 1 error, 0 warnings in what was named\n"
    #expect(try await check(["--rule", "wrapper-with-cause"]) == Program.Run(status: 1, output: Self.cause + closing))
    let both = try await check(["--rule", "wrapper-with-cause", "--rule", "unknown-value"])
    #expect(both.output.hasPrefix(Self.role + Self.cause))
    let before = try disk.files(at: "content")
    #expect(try await check(["--fix", "--rule", "wrapper-with-cause"]).output == Self.cause + closing)
    #expect(try disk.files(at: "content") == before)
  }

  // MARK: Fixes

  @Test func fixesAreMadeOnceSaidAndLeaveTheRest() async throws {
    try breakEntry()
    try disk.edit(Self.entry, replacing: "updated:", with: "relatd: [elifecycle]\nupdated:")
    let text = try disk.text(at: Self.entry)
    try disk.put(Array("\u{FEFF}".utf8) + Array(text.replacing("\n", with: "\r\n").utf8), at: Self.entry)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: disk.path(Self.entry))
    let said = """
      mended content/entries/node/eaddrinuse.md:3:7: there is no role 'couse' [unknown-value]
      mended content/entries/node/eaddrinuse.md:14:1: an entry has no key 'relatd' [unknown-key]

      """
    let closing = Self.closing.replacing("2 errors", with: "1 error")
    #expect(try await check(["--fix"]) == Program.Run(status: 1, output: said + Self.cause + closing))
    let mended = text.replacing("role: couse", with: "role: cause").replacing("relatd:", with: "related:")
    #expect(try disk.text(at: Self.entry).unicodeScalars.elementsEqual(("\u{FEFF}" + mended.replacing("\n", with: "\r\n")).unicodeScalars))
    let attributes = try FileManager.default.attributesOfItem(atPath: disk.path(Self.entry))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let stamps = try disk.stamps(at: "content")
    #expect(try await check(["--fix"]) == Program.Run(status: 1, output: Self.cause + closing))
    #expect(try disk.stamps(at: "content") == stamps)
  }

  @Test func onlyNamedFilesAreMended() async throws {
    try breakEntry()
    let before = try disk.files(at: "content")
    #expect(try await check(["--fix", "content/entries/npm"]).output.hasPrefix(Self.cause))
    #expect(try disk.files(at: "content") == before)
  }
}
