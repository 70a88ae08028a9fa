import Testing

@testable import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What libFuzzer runs for hours, in brief and without it: the seeds, and random changes of them.
@Suite struct FuzzTests {
  @Test(arguments: FuzzTarget.allCases)
  func `Every promise holds for the seeds`(target: FuzzTarget) throws {
    let seeds = try Seeds.of(target)
    #expect(!seeds.isEmpty)
    for seed in seeds { #expect(throws: Never.self) { try target.run(seed) } }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `Every promise holds for changed seeds and random bytes`(target: FuzzTarget) throws {
    var random = Changes(seeds: try Seeds.of(target))
    for round in 0..<1_000 {
      let bytes = random.next()
      #expect(throws: Never.self, "round \(round): \(bytes)") { try target.run(bytes) }
    }
  }

  /// Texts of more bytes than a session keeps.
  @Test(arguments: HostileText.all.map(\.name).indices)
  func `The answer to a hostile text does not depend on its parts`(index: Int) throws {
    try DecoderTarget.run([1, 255, 255, 16] + HostileText.all[index].bytes(3_000))
  }
}

/// The files that fuzzing begins with.
enum Seeds {
  static func of(_ target: FuzzTarget) throws -> [[UInt8]] {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let path = "\(folder)/Seeds/\(target.rawValue)"
    return try names(in: path).sorted().map { try bytes(of: "\(path)/\($0)") }
  }

  private static func names(in path: String) throws -> [String] {
    guard let directory = opendir(path) else { throw FuzzFailure(description: "\(path) cannot be read") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw FuzzFailure(description: "\(path) cannot be read") }
    defer { fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in count = fread(buffer.baseAddress, 1, buffer.count, file) }
  }
}

/// Bytes made of seeds by cutting, joining, repeating and overwriting; the same in every run.
private struct Changes {
  let seeds: [[UInt8]]
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(seeds: [[UInt8]]) { self.seeds = seeds }

  /// Xorshift (Marsaglia 2003).
  private mutating func random(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }

  mutating func next() -> [UInt8] {
    if random(8) == 0 { return (0..<random(64)).map { _ in UInt8(random(256)) } }
    var bytes = seeds[random(seeds.count)]
    for _ in 0...random(4) where !bytes.isEmpty {
      let start = random(bytes.count)
      let end = min(bytes.count, start + random(24))
      switch random(5) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: random(bytes.count))
      case 2: bytes[start] = UInt8(random(256))
      case 3: bytes.insert(contentsOf: seeds[random(seeds.count)].prefix(random(64)), at: start)
      default: bytes.insert(contentsOf: ["\r", "\n", "\\n", "\\\"", "\u{1B}[", "`", "é", "'"][random(8)].utf8, at: start)
      }
    }
    return bytes
  }
}
