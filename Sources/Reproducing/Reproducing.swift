import Building
package import Cataloging
import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs scripts that provoke errors, each in a temporary folder of its own, and says whether the entries still know what they print.
package struct Reproducing: Sendable {
  /// What a script exits with that finds that it cannot run here, as in the test drivers of Automake.
  private static let unavailable: Int32 = 77

  private let entries: [String: Entry]
  private let decoder: ErrorDecoder
  private let path: String
  private let isolation: Isolation
  /// In seconds.
  private let limit: Int

  /// - Parameters:
  ///   - entries: Of different slugs; drafts too.
  ///   - path: The folders that commands are looked for in.
  ///   - limit: How many seconds a script has.
  package init(_ entries: [Entry], path: String, isolation: Isolation, limit: Int) {
    self.entries = Dictionary(entries.map { ($0.slug.text, $0) }) { first, _ in first }
    let index = IndexBuilder.index(of: entries, site: IndexedSite(title: "", url: nil, content: ""))
    decoder = ErrorDecoder(index)
    (self.path, self.isolation, self.limit) = (path, isolation, limit)
  }

  /// Runs the script of an entry.
  ///
  /// - Returns: nil when we were told to end meanwhile.
  /// - Throws: when the disk fails.
  package func reproduce(_ reproducer: Reproducer) throws -> Reproduction? {
    guard let entry = entries[reproducer.slug], !entry.samples.isEmpty else {
      return reproduction(of: reproducer, .failed("its entry cannot be read, or has no sample: decode-site check tells why", []))
    }
    let commands = ExecutablePath(path)
    let missing = reproducer.needs.map(\.command).filter { commands.place(of: $0) == nil }
    guard missing.isEmpty else { return reproduction(of: reproducer, .missing(missing)) }
    let folder = try ScratchFolder(named: "decode-site-reproduce")
    defer { folder.remove() }
    for name in ["home", "tmp"] { try folder.makeFolder(name) }
    for name in ["out", "err"] { try folder.create(name) }
    try folder.create("script.sh", bytes: reproducer.bytes)
    let start = ContinuousClock.now
    let ending: ScriptProcess.Ending
    do {
      ending = try process(in: folder.path).run()
    } catch {
      return reproduction(of: reproducer, .failed(error.message, []))
    }
    let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
    let lastWords = Self.lastWords(try folder.bytes(of: "err"))
    switch ending {
    case .interrupted: return nil
    case .timedOut: return reproduction(of: reproducer, .timedOut, milliseconds)
    case .flooded: return reproduction(of: reproducer, .failed("prints without an end", []), milliseconds)
    case .signal(let signal): return reproduction(of: reproducer, .failed("ended by signal \(signal)", lastWords), milliseconds)
    case .status(Self.unavailable):
      return reproduction(of: reproducer, .unavailable(lastWords.last ?? "it does not say why"), milliseconds)
    case .status(0): break
    case .status(let status): return reproduction(of: reproducer, .failed("exit status \(status)", lastWords), milliseconds)
    }
    let (outcome, signatures) = try Judge(entry, decoder: decoder).judge(try folder.bytes(of: "out"))
    return reproduction(of: reproducer, outcome, milliseconds, signatures: signatures)
  }

  private func process(in folder: String) -> ScriptProcess {
    var environment = [
      ("PATH", path), ("HOME", "\(folder)/home"), ("TMPDIR", "\(folder)/tmp"), ("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC"),
    ]
    for name in ["USER", "LOGNAME"] {
      if let value = getenv(name) { environment.append((name, String(cString: value))) }
    }
    let script = ["/bin/sh", "-c", #"cd "$HOME" && exec /bin/sh "$0""#, "\(folder)/script.sh"]
    return ScriptProcess(
      command: isolation.prefix + script, environment: environment.map { (name: $0.0, value: $0.1) }, output: "\(folder)/out",
      errors: "\(folder)/err", limit: limit * 1000)
  }

  private func reproduction(
    of reproducer: Reproducer, _ outcome: Reproduction.Outcome, _ milliseconds: Int = 0, signatures: [Int] = []
  ) -> Reproduction {
    Reproduction(
      slug: reproducer.slug, path: reproducer.path, outcome: outcome, signatures: signatures,
      signatureCount: entries[reproducer.slug]?.signatures.count ?? 0, milliseconds: milliseconds)
  }

  /// The last three lines that hold text.
  private static func lastWords(_ bytes: [UInt8]) -> [String] {
    let lines = bytes.split(separator: 0x0A).filter { !$0.allSatisfy { $0 == 0x20 || $0 == 0x0D } }
    return lines.suffix(3).map { String(decoding: $0, as: UTF8.self) }
  }
}
