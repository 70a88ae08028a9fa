import ArgumentParser
import Building
import Cataloging
import Decoding
import Linting

/// `decode-site check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong with the content.",
    discussion: """
      Holds the content to all rules: the form of its files, links between them, and what its entries decode. Every sample, \
      counterexample and healthy log is tried on all entries. All findings come at once, each with its place and a way to mend it.

      Exit status: 0 without errors, warnings or not; 1 with errors; 2 when the disk or git fails; 64 for wrong usage.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, github, markdown, sarif }

  @Option(help: ArgumentHelp("The folder of content.", valueName: "dir"))
  var content = "content"

  @Option(
    help: ArgumentHelp(
      """
      text for people, json for programs, github for workflow commands and a step summary, markdown for a report, of no byte when there \
      is nothing to say, sarif for code scanning.
      """,
      valueName: "form"))
  var format = Format.text

  @Option(help: ArgumentHelp("When to show colours: auto, always or never; auto heeds NO_COLOR.", valueName: "when"))
  var color = Terminal.Color.auto

  @Flag(help: "Mend what can be mended without a look, and say what was changed; other findings are printed as ever.")
  var fix = false

  @Option(help: ArgumentHelp("Say what a rule asks for and why, with examples; nothing is checked.", valueName: "rule"))
  var explain: String?

  @Option(
    help: ArgumentHelp(
      "With --format github: errors on lines changed since a revision of git come first, and warnings on other lines are only counted.",
      valueName: "rev"))
  var changedSince: String?

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Report, and mend, findings of this rule alone; may stand several times.", valueName: "rule"))
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      internal checks links between pages of the site; external asks servers for all others too. What they answer is kept for a week; \
      whoever does not answer is a note.
      """,
      valueName: "which"))
  var links = CheckOutside.Links.internal

  @Argument(
    help: ArgumentHelp(
      "Report, and mend, findings in these files and folders of the content alone; all of it is looked at.", valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    if content.isEmpty { throw ValidationError("A folder needs a name.") }
    for rule in rules { _ = try RuleExplainer.rule(named: rule) }
    if let changedSince {
      guard format == .github else { throw ValidationError("--changed-since orders annotations: it goes with --format github.") }
      guard !changedSince.isEmpty, !changedSince.hasPrefix("-") else { throw ValidationError("'\(changedSince)' is no revision.") }
    }
  }

  func run() throws {
    if let explain {
      print(try RuleExplainer(terminal: .standardOutput(color: color)).text(ofRule: explain), terminator: "")
      return
    }
    do {
      try check()
    } catch let failure as DiskFailure {
      StandardError.write("error: \(failure)\n")
      throw ExitCode(2)
    } catch let failure as GitFailure {
      StandardError.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }

  private func check() throws {
    let scope = try ContentScope(paths, in: content)
    let changes = try changedSince.map { try GitChanges(since: $0, in: content) }
    let isMeant = { (finding: Finding) in scope.holds(finding.place.path) && (rules.isEmpty || rules.contains(finding.rule)) }
    let outside = CheckOutside.asked(links: links)
    var result = try Self.lint(content, outside: outside)
    if fix {
      let mending = try Mending.run(result, in: content, isMeant: isMeant, outside: outside)
      result = mending.result
      if format == .text { print(mending.text, terminator: "") } else { StandardError.write(mending.text) }
    }
    let findings = result.findings.filter(isMeant)
    let report = Report(findings, files: result.content.files, prefix: content.asFolder)
    let summary = "\(result.counts) checked: \(report.counts)\(paths.isEmpty && rules.isEmpty ? "" : " in what was named")\n"
    switch format {
    case .text:
      let terminal = Terminal.standardOutput(color: color)
      let look = FindingReporter.Look(width: Terminal.isStandardOutput ? terminal.width : nil, hasColor: terminal.hasColor)
      print(FindingReporter.text(findings, sources: report.files, prefix: report.prefix, look: look) + summary, terminator: "")
    case .json:
      print(String(decoding: report.json.bytes, as: UTF8.self))
      StandardError.write(summary)
    case .sarif:
      print(String(decoding: report.sarif.bytes, as: UTF8.self))
      StandardError.write(summary)
    case .github:
      let isChanged = changes.map { changes in { (place: Place) in changes.holds(place) } }
      print(report.workflowCommands(isChanged: isChanged) + summary, terminator: "")
      try StepSummary.append(report.markdown(checked: result.counts, isChanged: isChanged))
    case .markdown:
      if !findings.isEmpty { print(report.markdown(checked: result.counts, isChanged: nil), terminator: "") }
      StandardError.write(summary)
    }
    if report.count(.error) > 0 { throw ExitCode(1) }
  }

  /// Reads a folder and holds it to all rules.
  static func lint(_ folder: String, outside: Outside) throws -> CheckResult {
    let content = ReadContent(try ContentReader.read(folder), perform: Cores.performer)
    return CheckResult(
      content: content, findings: try Linter.findings(in: content, today: Today.text, outside: outside, perform: Cores.performer))
  }
}

/// Content, and what is wrong with it.
struct CheckResult {
  let content: ReadContent
  let findings: [Finding]

  /// `24 entries, 12 healthy logs`.
  var counts: String {
    let entries = content.files.count { $0.path.hasPrefix("entries/") && $0.path.hasSuffix(".md") }
    let logs = BenignLogs.among(content.files).count
    return "\(entries) \(entries == 1 ? "entry" : "entries"), \(logs) healthy \(logs == 1 ? "log" : "logs")"
  }
}
