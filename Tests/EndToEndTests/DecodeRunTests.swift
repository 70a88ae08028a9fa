import Foundation
import Testing

/// `decode run`: a command as if it were run alone, and an answer when it has failed.
@Suite struct DecodeRunTests {
  let disk = try! TemporaryFolder()
  let environment: [String: String?]

  init() throws {
    environment = ["DECODE_INDEX": try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  private func run(
    _ script: String, options: [String] = [], input: String = "", output: Program.Output = .file
  ) async throws -> Program.Run {
    try await Decode.run(options + ["run", "--", "sh", "-c", script], input: Array(input.utf8), environment: environment, output: output)
  }

  @Test(arguments: [
    ("printf abc; printf de >&2", 0, "abc", "de"),
    ("echo port 8080 is taken on web-01", 0, "port 8080 is taken on web-01\n", ""),
    ("cat", 0, "in\n", ""),
    ("printf 'no room on /srv' >&2", 0, "", "no room on /srv"),
  ])
  func aCommandThatSucceedsIsNotSpokenOf(script: String, status: Int32, output: String, errors: String) async throws {
    #expect(try await run(script, input: "in\n") == Program.Run(status: status, output: output, errors: errors))
  }

  static let answer = """
    Port taken                                                          [port-taken]

    line 2  port 8080 is taken on web-01
            ~~~~~^^^^~~~~~~~~~~~~~^^^^^^
            host web-01   port 8080

    Port 8080 is taken.

    1. Look at port 8080
       See who has it:
       look (reads only)
           ss -ltnp 'sport = :8080'

    Why it happens, and how to stop it: https://example.com/errors/port-taken/

    """

  @Test func aCommandThatFailsIsAnsweredOnStandardError() async throws {
    let script = "echo start; sleep 0.1; echo port 8080 is taken on web-01 >&2; exit 3"
    let heading = "decode: sh -c echo start; sleep 0.1; echo port …: exit status 3\n\n"
    let expected = Program.Run(status: 3, output: "start\n", errors: "port 8080 is taken on web-01\n" + heading + Self.answer)
    #expect(try await run(script, options: ["--system", "linux"]) == expected)
  }

  @Test(arguments: [
    ("exit 1", 1, "exit status 1"), ("kill -9 $$", 137, "ended by signal 9 (SIGKILL)"), ("exit 255", 255, "exit status 255"),
  ])
  func aCommandThatNothingIsKnownOfHasOneLine(script: String, status: Int32, ending: String) async throws {
    #expect(try await run(script) == Program.Run(status: status, errors: "decode: sh -c \(script): \(ending); nothing matched\n"))
  }

  @Test func anotherFormatIsAllThereIs() async throws {
    let run = try await run("echo port 8080 is taken on web-01; exit 3", options: ["--format", "json", "--top", "1"])
    #expect(run.status == 3 && run.output == "port 8080 is taken on web-01\n")
    #expect(run.errors.hasPrefix(#"{"schema":1,"matched":true,"diagnoses":[{"entry":"port-taken","#) && run.errors.hasSuffix("}\n"))
  }

  @Test func whatStandsBehindTheCommandIsItsOwn() async throws {
    let script = #"printf '[%s]' "$@""#
    for before in [["run"], ["run", "--"], ["run", "--color", "never"], ["--format", "json", "run", "--top", "2", "--"]] {
      let arguments = before + ["sh", "-c", script, "sh", "--version", "-x", "--", "a b", ""]
      let expected = Program.Run(status: 0, output: "[--version][-x][--][a b][]")
      #expect(try await Decode.run(arguments, environment: environment) == expected)
    }
  }

  @Test func textMayBeginWithRun() async throws {
    #expect(
      try await Decode.answers(["--", "run", "port 8080 is taken on web-01"], environment: environment).map(\.entry) == ["port-taken"])
  }

  @Test func aProgramThatCannotBeStartedIsNamed() async throws {
    let plain = try disk.put("text".utf8, at: "plain")
    let (script, lost) = (disk.path("script"), disk.path("lost"))
    // By a process of its own: a file that this one has written may still be open in another child, and is busy then.
    let making = "echo 'echo hi' > script; echo '#!/nowhere/sh' > lost; chmod +x script lost"
    #expect(try await Program.installed("sh").run(["-c", making], in: disk.path).status == 0)
    let expected: [(String, Int32, String)] = [
      ("no-such-program", 127, "no folder of PATH holds such a command."),
      (disk.path("missing"), 127, "there is no such file."),
      (plain, 126, "is not executable, or not for you. Try: chmod +x \(plain)"),
      (disk.path, 126, "is a folder."),
      (script, 126, "is no program for this machine. A script needs a first line such as #!/bin/sh."),
      (lost, 126, "the interpreter that its first line names is not there."),
    ]
    for (program, status, reason) in expected {
      let run = try await Decode.run(["run", program], environment: environment)
      #expect(run == Program.Run(status: status, errors: "decode: \(program): \(reason)\n"))
    }
    let words = try await Decode.run(["run", "out", "of", "memory"], environment: environment)
    #expect(words.errors.hasSuffix("To decode text that begins with run, put it in quotes: decode 'run …'\n"))
    #expect(try await Decode.run(["run", "--index", disk.path("none"), "true"]).status == 2)
  }

  @Test func signalsReachTheCommand() async throws {
    let script = "trap 'echo told; exit 44' TERM; kill -TERM $PPID; sleep 20 & wait"
    #expect(try await run(script) == Program.Run(status: 44, output: "told\n"))
  }

  @Test func aChildThatHoldsThePipeIsNotWaitedFor() async throws {
    let folder = try TemporaryFolder()
    let mark = try folder.put([], at: "mark")
    // It lives until the mark is gone, which is after we were answered.
    #expect(try await run("echo hi; while [ -e '\(mark)' ]; do sleep 0.1; done & exit 0") == Program.Run(status: 0, output: "hi\n"))
    try folder.remove("mark")
  }

  @Test func theEndOfALongOutputIsDecodedWithItsLines() async throws {
    let line = "a line that says nothing"
    let script = "yes '\(line)' | head -n 400000; echo port 8080 is taken on web-01; exit 1"
    let run = try await run(script, options: ["--system", "linux"])
    #expect(run.status == 1 && run.output == String(repeating: line + "\n", count: 400_000) + "port 8080 is taken on web-01\n")
    #expect(run.errors.contains("line 400001  port 8080"))
  }

  @Test func bothStreamsInOneFileKeepTheirOrder() async throws {
    let decode = try Program.built("decode").url.path(percentEncoded: false)
    let script = #""$0" run sh -c 'for i in 1 2 3 4 5 6 7 8; do echo o$i; echo e$i >&2; done' 2>&1"#
    let run = try await Program.installed("sh").run(["-c", script, decode], environment: environment)
    #expect(run == Program.Run(status: 0, output: (1...8).map { "o\($0)\ne\($0)\n" }.joined()))
  }

  @Test func closedStreamsStayClosed() async throws {
    let decode = try Program.built("decode").url.path(percentEncoded: false)
    for (closed, errors) in [(">&-", "closed\n"), (">&- <&-", "closed\n"), (">&- 2>&- <&-", "")] {
      let script = #""$0" run sh -c 'echo x 2>/dev/null || echo closed >&2; exit 0' \#(closed)"#
      let run = try await Program.installed("sh").run(["-c", script, decode], environment: environment)
      #expect(run == Program.Run(status: 0, errors: errors), "\(closed)")
    }
  }

  @Test func aReaderThatHasGoneEndsTheCommandAsWithoutUs() async throws {
    #expect(try await run("exec yes", output: .closedPipe) == Program.Run(status: 141))
  }

  // MARK: On a terminal

  @Test func theCommandSeesATerminalWhereThereIsOne() async throws {
    let script = "for i in 0 1 2; do test -t $i && echo $i; done; printf 'no end'; exit 3"
    let program = try Program.built("decode")
    let piped = try await program.runOnTerminal(["run", "sh", "-c", script], environment: environment)
    #expect(piped.status == 3 && piped.output.hasPrefix("1\n2\nno end\n\u{1B}[2mdecode: sh -c"))
    let own = try await program.runOnTerminal(["run", "sh", "-c", script], isOwn: true, environment: environment)
    #expect(own.status == 3 && own.output.hasPrefix("0\n1\n2\nno end\n\u{1B}[2mdecode: sh -c"), "\(own.output.debugDescription)")
  }

  @Test func whatIsTypedReachesTheCommand() async throws {
    let program = try Program.built("decode")
    let run = try await program.runOnTerminal(
      ["run", "sh", "-c", "read name; echo hello $name; exit 0"], input: Array("web-01\n".utf8), isTyped: true, isOwn: true,
      environment: environment)
    #expect(run.status == 0 && run.output.hasSuffix("hello web-01\n"), "\(run.output.debugDescription)")
  }

  @Test func whatEndsByCtrlCIsNotSpokenOf() async throws {
    let program = try Program.built("decode")
    let run = try await program.runOnTerminal(
      ["run", "sleep", "60"], input: [0x03], isTyped: true, isOwn: true, environment: environment)
    #expect(run.status == 130 && !run.output.contains("decode"), "\(run.output.debugDescription)")
  }
}
