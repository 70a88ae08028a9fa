import Foundation
import Testing

/// `decode --why NAME` and `decode --follow`.
@Suite struct DecodeWhyTests {
  let disk = try! TemporaryFolder()
  let index: [String]

  init() throws {
    index = ["--index", try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  @Test func aMatchIsShownWithItsPlaceAndWhatBecameOfIt() async throws {
    let run = try await Decode.run(
      index + ["--why", "port-taken"], input: Array("no room on /srv\n\u{E9}: port 80 is taken on web-01\n".utf8))
    #expect(
      run
        == Program.Run(
          status: 0,
          output: """
            port-taken is answer 2
              disk-full comes first: it stands on an earlier line.

            line 2, columns 4–29, bytes 5–30 of the line: signature 1 of 2, weight 15
                port {port} is taken on {host}
            line 2  \u{E9}: port 80 is taken on web-01
                       ~~~~~^^~~~~~~~~~~~~~^^^^^^
                    host web-01   port 80
                It counts: the entry is judged by this place.

            """))
  }

  @Test func anEntryThatDoesNotMatchIsShownAsFarAsItGot() async throws {
    let run = try await Decode.run(index + ["--why", "port-taken", "the port 80 is free on web-01"])
    #expect(
      run
        == Program.Run(
          status: 1,
          output: """
            port-taken does not match

            Nearest: signature 1 of 2
                port {port} is taken on {host}
            line 1  the port 80 is free on web-01
                                   ^
                from the caret on the signature wants: taken on {host}

            """))
    let nothing = try await Decode.run(index + ["--why", "port-taken", "-"], input: Array("zz".utf8))
    #expect(
      nothing
        == Program.Run(
          status: 1, output: "port-taken does not match\n\nNot even the beginning of a signature stands in this text.\n"))
  }

  @Test(arguments: [
    (["--why", "nothing", "x y"], "--why nothing: there is no such entry; decode list shows all."),
    (["--why", "port-taken", "--format", "json", "x y"], "--why port-taken prints text about one input"),
    (["--follow", "x y"], "--follow reads standard input or --file, and prints text or json."),
  ])
  func whatCannotBeShownIsWrongUsage(arguments: [String], message: String) async throws {
    let run = try await Decode.run(index + arguments)
    #expect(run.status == 64 && run.output == "" && run.errors.contains(message), "\(run.errors)")
  }

  @Test func followingPrintsEachAnswerOnceAndBeforeTheEnd() async throws {
    // The second text is written only when the first answer has been read.
    let script = """
      mkfifo in out
      "$0" --index index.json --follow --format json < in > out &
      exec 3> in 4< out
      echo 'port 80 is taken on web-01' >&3
      read -r first <&4
      echo "$first" | cut -c 1-60
      echo 'port 81 is taken on web-01, no room on /srv' >&3
      read -r second <&4
      echo "$second" | cut -c 1-60
      exec 3>&-
      wait $!
      echo "$?"
      """
    let decode = try Program.built("decode").url.path(percentEncoded: false)
    let shell = try Program.installed("sh")
    let run = try await shell.run(["-c", "cd '\(disk.path)' && \(script)", decode])
    #expect(
      run
        == Program.Run(
          status: 0,
          output: """
            {"schema":1,"matched":true,"diagnoses":[{"entry":"port-taken
            {"schema":1,"matched":true,"diagnoses":[{"entry":"disk-full"
            0

            """))
  }

  @Test func aLongLogIsReadInBoundedMemory() async throws {
    // 130 MB through a pipe, with no more than 200 MB of data for a debug build; a log held in memory would not fit.
    let script = """
      line='2026-11-22T10:00:00Z web-01 app[12]: all is well here, and nothing is to be done about it'
      { yes "$line" | head -c 100000000; echo; echo 'port 80 is taken on web-01'; yes "$line" | head -c 30000000; } |
        "$0" --index index.json --format json | cut -c 1-60
      """
    let decode = try Program.built("decode").url.path(percentEncoded: false)
    let run = try await Program.installed("sh").run(["-c", "cd '\(disk.path)' && ulimit -d 200000 && \(script)", decode])
    #expect(run == Program.Run(status: 0, output: "{\"schema\":1,\"matched\":true,\"diagnoses\":[{\"entry\":\"port-taken\n"))
  }
}
