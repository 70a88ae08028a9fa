import Cataloging
import Testing

struct FindingReporterTests {
  private func report(_ line: String, column: Int, length: Int = 1, severity: Finding.Severity = .error) -> String {
    let place = Place(path: "a.md", line: 2, column: column, length: length)
    let finding = Finding(rule: "some-rule", severity: severity, place: place, message: "it is wrong", hint: "mend it")
    return FindingReporter.text(
      [finding], sources: [SourceFile(path: "a.md", bytes: Array("first\n\(line)\nlast".utf8))], prefix: "content/")
  }

  @Test func `a finding is shown with its line, a caret and help`() {
    #expect(
      report("role: couse", column: 7, length: 5) == """
        content/a.md:2:7: error: it is wrong [some-rule]
            role: couse
                  ^~~~~
            help: mend it

        """)
  }

  @Test(arguments: [
    ("a\tbc", 3, 2, "    a  bc\n       ^~\n"),
    ("\t\tb", 3, 1, "        b\n        ^\n"),
    ("日本語 x", 2, 2, "    日本語 x\n      ^~~~\n"),
    ("日本語 x", 5, 1, "    日本語 x\n           ^\n"),
    ("e\u{301}x", 3, 1, "    e\u{301}x\n     ^\n"),
    ("ab", 3, 1, "    ab\n      ^\n"),
    ("ab", 2, 99, "    ab\n     ^\n"),
    ("a\u{1B}[31mb\u{202E}c\u{7F}", 2, 1, "    a␛[31mb\u{FFFD}c\u{FFFD}\n     ^\n"),
    ("   ", 1, 1, ""),
    ("ab\r", 1, 1, "    ab\n    ^\n"),
  ]) func `the caret stands under the place`(line: String, column: Int, length: Int, excerpt: String) {
    #expect(
      report(line, column: column, length: length)
        == "content/a.md:2:\(column): error: it is wrong [some-rule]\n\(excerpt)    help: mend it\n")
  }

  @Test func `a long line is cut around the place`() {
    let line = String(repeating: "a", count: 500) + "XY" + String(repeating: "b", count: 500)
    let before = String(repeating: "a", count: 40)
    #expect(
      report(line, column: 501, length: 2) == """
        content/a.md:2:501: error: it is wrong [some-rule]
            …\(before)XY\(String(repeating: "b", count: 68))…
             \(String(repeating: " ", count: 40))^~
            help: mend it

        """)
  }

  @Test func `a value in a message cannot steer the terminal`() {
    let finding = Finding(
      rule: "r", severity: .warning, place: Place(path: "gone.md", line: 9, column: 9), message: "'\u{1B}[2J\n'", hint: "take \u{200B} out")
    #expect(FindingReporter.text([finding], sources: []) == "gone.md:9:9: warning: '␛[2J␊' [r]\n    help: take \u{FFFD} out\n")
  }

  @Test func `on a terminal, help is broken and a long line cut at its width, and colours mark what matters`() {
    let finding = Finding(
      rule: "r", place: Place(path: "a.md", line: 1, column: 31, length: 2), message: "it is wrong",
      hint: "take it out, or say in other words what is meant",
      fix: Fix(line: 1, column: 31, length: 2, replacement: "ZZ"))
    let line = String(repeating: "a", count: 30) + "XY" + String(repeating: "b", count: 30)
    let sources = [SourceFile(path: "a.md", bytes: Array(line.utf8))]
    let look = FindingReporter.Look(width: 40, hasColor: false)
    #expect(
      FindingReporter.text([finding], sources: sources, look: look) == """
        a.md:1:31: error: it is wrong [r]
            …aaaaaaaaaaaaXYbbbbbbbbbbbbbbbbbbbb…
                         ^~
            help: take it out, or say in other
                  words what is meant
          + …aaaaaaaaaaaaZZbbbbbbbbbbbbbbbbbbbb…

        """)
    #expect(
      FindingReporter.text([finding], sources: sources, look: FindingReporter.Look(width: nil, hasColor: true)).replacing("\u{1B}", with: "^") == """
        ^[1ma.md:1:31:^[0m ^[1;31merror:^[0m ^[1mit is wrong^[0m ^[2m[r]^[0m
            \(line)
            ^[32m                              ^~^[0m
            ^[36mhelp:^[0m take it out, or say in other words what is meant
          ^[32m+ \(line.replacing("XY", with: "ZZ"))^[0m

        """)
  }

  @Test func `a fix that breaks the line is shown as the lines it makes`() {
    let finding = Finding(
      rule: "r", place: Place(path: "a.md", line: 1, column: 1, length: 3), message: "it is wrong", hint: "mend it",
      fix: Fix(line: 1, column: 1, length: 0, replacement: "new\n\n"))
    #expect(
      FindingReporter.text([finding], sources: [SourceFile(path: "a.md", bytes: Array("old".utf8))]) == """
        a.md:1:1: error: it is wrong [r]
            old
            ^~~
            help: mend it
          + new
          +\u{20}
          + old

        """)
  }

  @Test func `a broken entry is reported as a whole`() {
    let files = Content.files([
      Content.path: Content.entry.replacing("role: cause", with: "role: couse").replacing("sh linux look\nss", with: "sh linx look\nss")
    ])
    #expect(
      FindingReporter.text(Catalog.build(files: files).findings, sources: files, prefix: "content/") == """
        content/entries/node/eaddrinuse.md:7:7: error: there is no role 'couse' [unknown-value]
            role: couse
                  ^~~~~
            help: did you mean 'cause'?
          + role: cause
        content/entries/node/eaddrinuse.md:48:7: error: 'linx' is neither a system nor a risk [fence-word]
            ```sh linx look
                  ^~~~
            help: did you mean 'linux'?
          + ```sh linux look

        """)
  }
}
