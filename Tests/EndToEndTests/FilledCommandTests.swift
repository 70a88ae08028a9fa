import Decoding
import Foundation
import Testing

/// Filled commands under a real `sh`: a hostile value is one word of it, or is not used, and nothing else happens.
@Suite struct FilledCommandTests {
  let disk = try! TemporaryFolder()

  static let hostile = [
    "$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "\"; touch pwned; \"", "a b", "a'b", "a\"b", "a\\", "x; touch pwned",
    "x & touch pwned", "x | touch pwned", "x > pwned", "x\ntouch pwned", "x\rtouch pwned", "a\u{0}b", "%PATH%", "!x!", "~", "*", "a=b",
    "#x",
    "$HOME", "${HOME}", "{a,b}", "<x", "(x)", "[a]", "-rf", "--help", "\u{202E}x", "\u{200F}x", "\u{2019}; touch pwned; \u{2018}",
    "caf\u{E9}", "\u{1F4A5}", "",
  ]

  @Test(arguments: hostile)
  func aHostileValueIsOneWordOrIsNotUsed(value: String) async throws {
    let template = CommandTemplate("printf '%s' {p}; printf '|%s|' x{p}y '{p}' \"{p}\"", shell: .sh, captures: ["p"])
    let filled = template.filled(with: FillValues(own: ["p": value], examples: ["p": "E1"]), risk: .look)
    let isUsed = filled.pieces.contains { if case .value(_, _, true) = $0 { true } else { false } }
    let word = isUsed ? value : "E1"
    // Between quotes only letters, digits, dots and colons are used: all others fall back to the example.
    let expected = Program.Run(status: 0, output: "\(word)|x\(word)y||E1||E1|")
    #expect(try await Program.installed("sh").run(["-c", filled.text], in: disk.path) == expected)
    #expect(try disk.files(at: ".").isEmpty)
  }

  /// Every command of the content with a placeholder, run with programs that only tell how they were called.
  @Test(arguments: hostile)
  func theContentsCommandsCallWhatTheyNameAndNothingElse(value: String) async throws {
    let shell = try Program.installed("sh")
    let index = try await Self.index.value
    let commands = index.entries.flatMap { entry in
      entry.steps.flatMap(\.commands).filter { $0.shell == .sh || $0.shell == .bash }.map { (entry, $0) }
    }
    var count = 0
    for (entry, command) in commands {
      let template = CommandTemplate(command.text, shell: command.shell, captures: entry.captureNames)
      guard !template.placeholders.isEmpty else { continue }
      count += 1
      let examples = entry.captures.reduce(into: [:]) { $0[$1.name] = "EXAMPLE" }
      let filled = template.filled(with: FillValues(own: examples.mapValues { _ in value }, examples: examples), risk: command.risk)
      let plain = template.filled(with: FillValues(own: [:], examples: examples), risk: command.risk)
      let isUsed = filled.pieces.contains { if case .value(_, _, true) = $0 { true } else { false } }
      let (run, expected) = (try await calls(of: filled.text, with: shell), try await calls(of: plain.text, with: shell))
      #expect(run == (isUsed ? expected.replacing("EXAMPLE", with: value) : expected), "\(filled.text)")
      #expect(!expected.isEmpty)
    }
    #expect(count > 0)
    #expect(try disk.files(at: "work").isEmpty)
  }

  /// Each call of a program, an argument a line; `sudo` is a program like any other.
  ///
  /// Functions of the shell stand in for the programs, and there is no other program to be found.
  private func calls(of text: String, with shell: Program) async throws -> String {
    try disk.makeFolder("work")
    try disk.put([], at: "log")
    let words = Set(text.split { " \n|;&".contains($0) }.map(String.init))
    let names = words.filter { $0.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isLowercase } }
    // Both programs of a pipe run at once, so each writes its lines in one piece, and the pieces are sorted.
    let functions = names.sorted().map { "\($0)() { printf '%s\\n' '>\($0)' \"$@\" >> \"$LOG\"; }\n" }.joined()
    let run = try await shell.run(["-c", functions + text], environment: ["PATH": "", "LOG": disk.path("log")], in: disk.path("work"))
    #expect(run == Program.Run(status: 0), "\(text)")
    return ("\n" + (try disk.text(at: "log")).dropLast()).components(separatedBy: "\n>").sorted().joined(separator: "\n>")
  }

  private static let index = Task {
    let disk = try TemporaryFolder()
    try Repository.copy(to: disk)
    let built = try await Program.built("decode-site").run(["build", "--templates", "templates"], in: disk.path)
    try #require(built.status == 0)
    return try SearchIndex(json: Array(disk.text(at: "site/index.json").utf8))
  }
}
