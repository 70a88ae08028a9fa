#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@_silgen_name("work_done") private func workDone() -> UInt64

/// Counts the work of decoding hostile texts of n and 2n bytes, and what a session keeps of a long one: `work [MEGABYTES] [NAME]`.
@main
struct WorkProgram {
  /// Twice the text may take so many times the work, in hundredths.
  private static let limit: UInt64 = 220
  private static let size = 350_000

  static func main() throws {
    let megabytes = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 0
    let names = CommandLine.arguments.dropFirst(2)
    var isLinear = true
    for text in HostileText.all where names.isEmpty || names.contains(text.name) {
      // A line of more than four pieces is in both.
      for isLog in [false, true] where megabytes == 0 {
        let (once, twice) = (try work(text, size, isLog: isLog), try work(text, 2 * size, isLog: isLog))
        let isGood = twice * 100 <= once * limit
        isLinear = isLinear && isGood
        let figures = "\(once / UInt64(size)) steps a byte; twice the bytes, \(twice * 100 / once) % of the steps"
        print("\(isGood ? "ok  " : "SLOW") \(text.name), as a \(isLog ? "log" : "paste"): \(figures)")
        fflush(nil)
      }
      if megabytes > 0 { try keep(text, megabytes) }
      fflush(nil)
    }
    if !isLinear { exit(1) }
  }

  private static func work(_ text: HostileText, _ count: Int, isLog: Bool) throws -> UInt64 {
    let bytes = text.bytes(count)
    let start = workDone()
    // Of several blocks, as a log of some megabytes is.
    var session =
      isLog ? DecodingSession(FuzzIndex.matcher, blockSize: 1 << 16, pasteLimit: 0) : DecodingSession(FuzzIndex.matcher)
    for part in stride(from: 0, to: count, by: 65_536) { try session.append(bytes[part..<min(part + 65_536, count)]) }
    _ = try FuzzIndex.decoder.finish(&session)
    return workDone() - start
  }

  private static func keep(_ text: HostileText, _ megabytes: Int) throws {
    var session = FuzzIndex.decoder.session()
    let part = text.bytes(max(1, (1 << 20) / text.unit.count) * text.unit.count)
    var most = session.kept
    for _ in 0..<megabytes {
      try session.append(part)
      most = (max(most.bytes, session.kept.bytes), max(most.hits, session.kept.hits))
    }
    print("\(text.name): \(megabytes) MB, kept at most \(most.bytes) bytes and \(most.hits) hits")
  }
}
