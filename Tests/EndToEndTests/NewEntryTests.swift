import Foundation
import Testing

/// `decode-site new`: an entry that is complete in form, and nothing lost.
@Suite struct NewEntryTests {
  let disk = try! TemporaryFolder()

  static let path = "content/entries/probe/turned-quux.md"

  init() throws {
    try disk.put("title: Test\ndescription: Errors.\nminimum: { samples: 2, counterexamples: 2, faq: 3 }\n".utf8, at: "content/site.yml")
    try disk.put("".utf8, at: "content/areas.yml")
    try disk.put("a healthy line\n".utf8, at: "content/benign/app.log")
    try Probe.add(to: disk)
  }

  private func new(_ arguments: [String], input: String = "") async throws -> Program.Run {
    try await Program.built("decode-site").run(["new"] + arguments, input: Array(input.utf8), in: disk.path)
  }

  /// The ids of the rules that the content breaks, each once, and how many findings there are.
  private func findings(of command: String = "check") async throws -> (rules: Set<String>, count: Int) {
    let run = try await Program.built("decode-site").run([command], in: disk.path)
    let rules = (run.output + run.errors).matches(of: #/: error: .* \[([a-z-]+)\]\n/#).map { String($0.1) }
    return (Set(rules), rules.count)
  }

  private var entry: String { get throws { try disk.text(at: Self.path) } }

  @Test func aPasteBecomesASignatureASampleAndItsCaptures() async throws {
    let paste = """
      deploy@web-01:/srv/app$ quux start
      starting
      app[7]: Error: the spin of quux 'left-1' at 52.28.14.7:8080 failed
      bye

      """
    let run = try await new(["probe/turned-quux", "--from", "-"], input: paste)
    let expected = """
      Taken out
          52.28.14.7, now 203.0.113.1

      The line that matters is line 3
          app[7]: Error: the spin of quux 'left-1' at 203.0.113.1:8080 failed
          found by the word 'error', 'failed'

      The signature
          the spin of quux '{name:quoted}' at {host}:{port} failed
          host 203.0.113.1   name left-1   port 8080

      Written
          content/entries/probe/turned-quux.md

      Next
          1. Write each TODO in content/entries/probe/turned-quux.md.
          2. decode-site check content/entries/probe/turned-quux.md
             finds each TODO that is left, and all else that is wrong.
          3. If the error can be provoked, keep the script that does it as
             content/reproducers/turned-quux.sh.

      """
    #expect(run == Program.Run(status: 0, output: expected))
    #expect(
      try entry.contains(
        """
          - match: "the spin of quux '{name:quoted}' at {host}:{port} failed"
        samples:
          # What a program printed, to the letter, 1 to 25 lines, without names and keys of yours; below it the values that the holes take.
          - text: |
              deploy@web-01:/srv/app$ quux start
              starting
              app[7]: Error: the spin of quux 'left-1' at 203.0.113.1:8080 failed
              bye
            captures: { host: "203.0.113.1", name: "left-1", port: "8080" }
            source: "TODO:
        """))
    #expect(try await findings() == (["unfinished"], 28))
  }

  @Test func aSkeletonLacksNothingButWhatIsToDo() async throws {
    let run = try await new(["probe/turned-quux"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try await findings() == (["unfinished"], 30))
  }

  /// With each TODO written, whatever is written, the site builds and the sample decodes to the entry.
  @Test func anEntryWhoseTasksAreWrittenBuildsAndDecodes() async throws {
    // A second sample or counterexample would have to be thought of.
    try disk.edit("content/site.yml", replacing: "samples: 2, counterexamples: 2", with: "samples: 1, counterexamples: 1")
    _ = try await new(["probe/turned-quux", "--from", "-"], input: "quux: cannot turn /srv/quux at web-01:80\n")
    try disk.put(entry.replacing("TODO: ", with: "").utf8, at: Self.path)
    #expect(try await findings(of: "build").rules == [])
    let run = try await Program.built("decode").run(
      ["--index", "site/index.json", "--format", "json", "quux: cannot turn /opt/quux at db:5432"], in: disk.path)
    #expect(
      run.output.contains(#""entry":"turned-quux""#) && run.output.contains(#""captures":{"host":"db","path":"/opt/quux","port":"5432"}"#))
  }

  @Test func whatYAMLCannotHoldGoesToAFile() async throws {
    let run = try await new(["probe/turned-quux", "--from", "-"], input: "\u{1B}[31mError: cannot turn quux 7\u{1B}[0m\r\n")
    #expect(run.output.contains("\n    content/samples/turned-quux/1.txt\n    content/entries/probe/turned-quux.md\n"))
    #expect(try disk.text(at: "content/samples/turned-quux/1.txt") == "\u{1B}[31mError: cannot turn quux 7\u{1B}[0m\r\n")
    #expect(try entry.contains("  - file: samples/turned-quux/1.txt\n    captures: { number: \"7\" }\n"))
    #expect(try await findings().rules == ["unfinished"])
  }

  @Test(arguments: [
    "  indented: cannot turn\n", "\ttab: cannot turn it\n", "key: 'cannot' \"turn\" \\ it\n", "# cannot: { turn } it\n- x\n",
    "cannot turn é 日本 😀 it\n",
  ])
  func everySampleIsReadBackAsItWas(text: String) async throws {
    // A second sample or counterexample would have to be thought of.
    try disk.edit("content/site.yml", replacing: "samples: 2, counterexamples: 2", with: "samples: 1, counterexamples: 1")
    _ = try await new(["probe/turned-quux", "--from", "-"], input: text)
    try disk.put(entry.replacing("TODO: ", with: "").utf8, at: Self.path)
    #expect(try await findings(of: "build").rules == [])
    let page = try disk.text(at: "site/errors/turned-quux/index.html")
    let html = text.dropLast().replacing("\t", with: " ").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    #expect(page.replacing("\t", with: " ").contains("<code>\(html)</code>"), "\(page)")
  }

  @Test func entriesAndLogsThatAreInTheWayAreNamed() async throws {
    try disk.put("fine\nthe quux at web-01 is upside down, said the test\n".utf8, at: "content/benign/app.log")
    let run = try await new(["probe/turned-quux", "--from", "-"], input: "Error: the quux at 10.0.0.7 is upside down\n")
    #expect(run.output.contains("    also matches a healthy log: content/benign/app.log:2\n"))
    #expect(run.output.contains("    also matches a sample of upside-down-quux: content/entries/probe/upside-down-quux.md:8\n"))
    #expect(run.output.contains("The text decodes to upside-down-quux already by its line 1\n"))
  }

  @Test func anotherLineCanBeTaken() async throws {
    try disk.put("Error: nothing\nthe quux said no 5 times\n".utf8, at: "paste.txt")
    let run = try await new(["probe/turned-quux", "--from", "paste.txt", "--line", "2"])
    #expect(run.output.contains("The line that matters is line 2\n    the quux said no 5 times\n    found by your choice\n"))
    #expect(try entry.contains("- match: \"the quux said no {number:int} times\"\n"))
  }

  @Test func brokenContentElsewhereIsNoHindrance() async throws {
    try disk.edit(Probe.path, replacing: "role: cause", with: "role: couse")
    #expect(try await new(["probe/turned-quux"]).status == 0)
  }

  @Test(arguments: [
    (["probe/upside-down-quux"], "The entry 'upside-down-quux' is there already: content/entries/probe/upside-down-quux.md"),
    (["probe/Upside"], "'Upside' is no slug: lower-case letters and digits, joined by single -, at most 64 characters."),
    (["probe/run"], "'run' is a subcommand of decode: choose a longer slug."),
    (["prob/x"], "There is no area 'prob'. Did you mean 'probe'?"), (["zzz/x"], "There is no area 'zzz'. There are: probe."),
    (["x"], "'x' is no AREA/SLUG: write, for example, node/my-error"),
    (["../x/y"], "'../x/y' is no AREA/SLUG: write, for example, node/my-error"),
    ([], "Name the entry: decode-site new AREA/SLUG [--from FILE|-]"),
    (["--from", "x"], "Name the entry: decode-site new AREA/SLUG --from FILE"),
    (["probe/x", "--line", "1"], "--line is about the text of --from."),
    (["probe/x", "--from", "-", "--line", "9"], "There is no line 9: the text ends with line 1."),
  ])
  func wrongUsageIsSixtyFourAndWritesNothing(arguments: [String], message: String) async throws {
    let before = try disk.files(at: ".")
    let run = try await new(arguments, input: "an error\n")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
    #expect(try disk.files(at: ".") == before)
  }

  @Test(arguments: [
    (["probe/x", "--from", "nowhere"], "error: nowhere: No such file or directory\n"),
    (["probe/x", "--from", "-"], "error: standard input: is empty; errors often go to standard error: command 2>&1\n"),
    (["probe/x", "--content", "nowhere"], "error: nowhere: there is no such folder\n"),
  ])
  func whatCannotBeReadIsTwo(arguments: [String], message: String) async throws {
    #expect(try await new(arguments) == Program.Run(status: 2, errors: message))
  }

  @Test func aTerminalIsAskedStepByStep() async throws {
    let typed = "app: cannot turn quux 7\n\u{04}prob\nprobe\nupside-down-quux\nturned-quux\n"
    let run = try await Program.built("decode-site").runOnTerminal(
      ["new", "--content", disk.path("content")], input: Array(typed.utf8), isTyped: true, environment: ["NO_COLOR": "1"])
    #expect(run.status == 0)
    for text in [
      "Paste the error, then press Ctrl-D on a line of its own.", "Area (probe): There is no area 'prob'. Did you mean 'probe'?",
      "The entry 'upside-down-quux' is there already", "The line that matters is line 1\n    app: cannot turn quux 7\n",
      "/content/entries/probe/turned-quux.md\n",
    ] {
      #expect(run.output.contains(text), "\(text)\n\(run.output)")
    }
    #expect(try entry.contains("- match: \"app: cannot turn quux {number:int}\"\n"))
  }

  @Test func whoLeavesHasWrittenNothing() async throws {
    let before = try disk.files(at: ".")
    let run = try await Program.built("decode-site").runOnTerminal(
      ["new", "--content", disk.path("content")], input: Array("\u{04}probe\n\u{04}".utf8), isTyped: true, environment: ["NO_COLOR": "1"])
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("nothing was written\n"))
    #expect(try disk.files(at: ".") == before)
  }
}
