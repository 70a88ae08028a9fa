import Foundation
import Testing

/// Input of any kind is decoded or honestly not: `decode` never crashes on it.
@Suite struct DecodeBytesTests {
  let disk = try! TemporaryFolder()
  let environment: [String: String?]

  static let text = "INFO starting\r\nport 8080 is taken on web-01\r\nINFO done\r\n"
  static let found = [Decode.Answer("port-taken", line: 2, captures: ["host": "web-01", "port": "8080"])]

  init() throws {
    environment = ["DECODE_INDEX": try disk.put(FixtureIndex.json.utf8, at: "index.json")]
  }

  /// The same bytes every time, of all values.
  static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  /// Bytes that a test's report calls by a name.
  struct Garbage: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) { (testDescription, self.bytes) = (name, bytes) }
  }

  static let garbage = [
    Garbage("a megabyte of noise", noise(1 << 20, seed: 1)),
    Garbage("noise behind a UTF-16 mark", [0xFF, 0xFE] + noise(65_537, seed: 2)),
    Garbage("NULs", [UInt8](repeating: 0, count: 70_000)),
    Garbage("a lone ESC", [0x1B]),
    Garbage("ESCs only", [UInt8](repeating: 0x1B, count: 70_000)),
    Garbage("an escape sequence without an end", Array("\u{1B}]0;title".utf8) + noise(5_000, seed: 3).map { $0 | 0x20 & 0x7F }),
    Garbage("parameters without an end", Array("\u{1B}[".utf8) + [UInt8](repeating: UInt8(ascii: ";"), count: 70_000)),
    Garbage("continuation bytes", [UInt8](repeating: 0x80, count: 70_000)),
    Garbage("a scalar that was cut short", [0xF0, 0x9F, 0x92]),
    Garbage("half a UTF-16 mark", [0xFF]),
    Garbage("a UTF-16 mark alone", [0xFE, 0xFF]),
    Garbage("a UTF-16 unit that was cut short", [0xFF, 0xFE, 0x41]),
    Garbage("lone surrogates", [0xFF, 0xFE, 0x00, 0xD8, 0x00, 0xDC, 0x00, 0xDC]),
    Garbage("backslashes", [UInt8](repeating: UInt8(ascii: "\\"), count: 70_001)),
    Garbage("open quotes and braces", Array(String(repeating: "\"{[(`'", count: 10_000).utf8)),
    Garbage("one endless line", [UInt8](repeating: UInt8(ascii: "a"), count: 200_000)),
    Garbage("empty lines", [UInt8](repeating: 0x0A, count: 70_000)),
    Garbage("carriage returns", [UInt8](repeating: 0x0D, count: 70_000)),
  ]

  @Test(arguments: garbage)
  func garbageMatchesNothing(garbage: Garbage) async throws {
    #expect(try await Decode.answers(input: garbage.bytes, environment: environment) == [])
  }

  @Test(arguments: [
    Garbage("noise", noise(1 << 18, seed: 4).filter { $0 != 0x0A && $0 != 0x1B } + [0x0A]),
    Garbage("NULs", [UInt8](repeating: 0, count: 100) + [0x0A]),
    Garbage("invalid UTF-8", [0xC3, 0x28, 0xED, 0xA0, 0x80, 0xFF, 0x0A]),
    Garbage("a lone ESC", [0x1B, 0x0A]),
    Garbage("a UTF-8 mark", [0xEF, 0xBB, 0xBF, 0x0A]),
  ])
  func anErrorAfterGarbageIsFound(garbage: Garbage) async throws {
    #expect(try await Decode.answers(input: garbage.bytes + Array(Self.text.utf8.dropFirst(15)), environment: environment) == Self.found)
  }

  @Test(arguments: [("UTF-16 LE", true), ("UTF-16 BE", false)])
  func utf16WithAMarkIsText(name: String, isLittleEndian: Bool) async throws {
    let units = [0xFEFF] + Array(Self.text.utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isLittleEndian ? pair : pair.reversed()
    }
    #expect(try await Decode.answers(input: bytes, environment: environment) == Self.found)
    let path = try disk.put(bytes, at: "utf-16.log")
    #expect(try await Decode.answers(["-f", path], environment: environment) == Self.found)
  }

  @Test func garbageIsNoIndex() async throws {
    for seed in UInt64(10)..<20 {
      let path = try disk.put(Self.noise(1_000, seed: seed), at: "noise.json")
      let run = try await Decode.run(["--index", path, "eport"])
      #expect(run == Program.Run(status: 2, errors: run.errors))
    }
  }

  /// Also for text that nothing matches, whose status would be 1 if anybody heard.
  @Test(arguments: [["port-taken"], ["port-taken", "--format", "json"], ["nothing"], ["--version"], ["help"]])
  func aReaderThatHasGoneIsQuietSuccess(arguments: [String]) async throws {
    let run = try await Decode.run(arguments, environment: environment, output: .closedPipe)
    #expect(run == Program.Run(status: 0))
  }
}
