import Foundation
import Testing

/// Colours on a terminal, none elsewhere, and nothing of a paste that could steer one.
@Suite struct DecodeTerminalTests {
  let disk = try! TemporaryFolder()
  let environment: [String: String?]

  init() throws {
    environment = ["DECODE_INDEX": try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  /// Colours, a title, a cleared screen, a bell, a backspace, a link, turned text and invisible text around one error.
  static let hostile =
    "\u{1B}]0;title\u{07}\u{1B}[2J\u{1B}[31mquota of \u{1B}[1mweb\u{08}\u{07}-\u{202E}01\u{2066}\u{200B}\u{9B}5m"
    + "\u{1B}]8;;https://example.com/\u{1B}\\ now\u{1B}]8;;\u{1B}\\\u{1B}P1$r\u{1B}\\\u{FEFF}\u{AD}\u{7F}\u{1B}\n"

  static let answer = """
    Disk full                                                            [disk-full]

    line 1  quota of web-01 now
            ~~~~~~~~~^^^^^^^^^^
            note web-01 now

    No room for web-01 now.

    1. Ask
       look (reads only)
           quota 'web-01 now'

    Why it happens, and how to stop it: https://example.com/errors/disk-full/

    """

  /// The colours that `decode` itself uses, and how they end.
  static func withoutOwnColors(_ text: String) -> String { text.replacing(#/\u{1B}\[(?:0|1|2|31|33|36|1;31)m/#, with: "") }

  @Test func aHostilePasteIsPrintedAsPlainText() async throws {
    let run = try await Decode.run(input: Array(Self.hostile.utf8), environment: environment)
    #expect(run == Program.Run(status: 0, output: Self.answer))
  }

  @Test func jsonEscapesControlCharacters() async throws {
    let run = try await Decode.run(["--format", "json"], input: Array(Self.hostile.utf8), environment: environment)
    #expect(run.status == 0)
    #expect(run.output.unicodeScalars.filter { $0.value < 0x20 } == ["\n"])
  }

  @Test func aTerminalShowsTheSameInColours() async throws {
    let run = try await Program.built("decode").runOnTerminal([], input: Array(Self.hostile.utf8), environment: environment)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("\u{1B}[1mDisk full\u{1B}[0m"))
    #expect(run.output.contains("\u{1B}[31mquota of \u{1B}[0m\u{1B}[1;31mweb-01 now\u{1B}[0m"))
    #expect(Self.withoutOwnColors(run.output) == Self.answer)
  }

  @Test(arguments: [(["NO_COLOR": "1"], false), (["TERM": "dumb"], false), (["NO_COLOR": ""], true)])
  func coloursCanBeTurnedOff(variables: [String: String], hasColours: Bool) async throws {
    let environment = environment.merging(variables.mapValues(Optional.some)) { $1 }
    let run = try await Program.built("decode").runOnTerminal([], input: Array(Self.hostile.utf8), environment: environment)
    #expect(run.output.contains("\u{1B}") == hasColours)
    #expect(Self.withoutOwnColors(run.output) == Self.answer)
  }

  @Test func whoTypesIsToldHowToEnd() async throws {
    let typed = Array("quota of web-01 now\n\u{04}".utf8)
    let run = try await Program.built("decode").runOnTerminal(
      [], input: typed, isTyped: true, environment: environment.merging(["NO_COLOR": "1"]) { $1 })
    let hint = "Paste the error, then press Ctrl-D on a line of its own.\n"
    #expect(run.status == 0)
    #expect(run.output.hasSuffix(hint + Self.answer), "\(run.output.debugDescription)")
  }
}
