import Foundation

/// The package that these tests are part of, as it stands on the disk.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The entries that the programs are tried with. They link to one another only, and building them takes no longer when others are added.
  private static let slugs: Set = [
    "docker-port-is-already-allocated", "eaddrinuse", "go-bind-address-already-in-use", "python-errno-98-address-already-in-use",
  ]

  /// Puts a copy of the templates and of a part of the content into a folder: of the healthy logs, which a build decodes, one is enough.
  static func copy(to disk: TemporaryFolder) throws {
    for folder in ["content", "templates"] { try disk.copy(root.appending(path: folder), to: folder) }
    for folder in ["samples", "reproducers"] + areas.map({ "entries/\($0)" }) {
      let names = try FileManager.default.contentsOfDirectory(atPath: disk.path("content/\(folder)"))
      for name in names where !slugs.contains(stem(of: name)) { try disk.remove("content/\(folder)/\(name)") }
    }
    for area in areas where try FileManager.default.contentsOfDirectory(atPath: disk.path("content/entries/\(area)")).isEmpty {
      try disk.remove("content/entries/\(area)")
    }
    let logs = try FileManager.default.contentsOfDirectory(atPath: disk.path("content/benign")).filter { $0.hasSuffix(".log") }
    for log in logs.sorted().dropFirst() { try disk.remove("content/benign/\(log)") }
  }

  /// Puts the whole content in its place: what the programs are built with.
  static func copyAll(to disk: TemporaryFolder) throws {
    try disk.remove("content")
    try disk.copy(root.appending(path: "content"), to: "content")
  }

  private static let areas = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "content/entries").path)) ?? []

  private static func stem(of name: String) -> String { String(name.prefix { $0 != "." }) }

  /// Those of `copy(to:)`, sorted.
  static let entries: [URL] = {
    let folder = root.appending(path: "content/entries")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { slugs.contains(stem(of: $0.lastPathComponent)) }.sorted { $0.path < $1.path }
  }()

  /// The samples of all entries in as few pastes as there are samples in one entry, so that no paste holds two of one entry.
  ///
  /// Far enough apart in their paste, they do not add to one another.
  static func pastes() throws -> [[UInt8]] {
    let apart = [UInt8](repeating: 0x0A, count: 30)
    var pastes: [[UInt8]] = []
    for entry in entries {
      for (number, sample) in try samples(of: entry).enumerated() {
        if number == pastes.count { pastes.append([]) }
        pastes[number] += sample + apart
      }
    }
    return pastes
  }

  /// The raw texts of an entry's samples, near enough: a block's lines, a quoted text with its quotes, a file's bytes.
  private static func samples(of entry: URL) throws -> [[UInt8]] {
    let lines = try String(contentsOf: entry, encoding: .utf8).components(separatedBy: "\n")
    let front = lines.drop { $0 != "samples:" }.dropFirst().prefix { $0.isEmpty || $0.hasPrefix(" ") }
    var samples: [[UInt8]] = []
    var block: [String]?
    for line in front {
      if line.isEmpty || line.hasPrefix("      ") {
        block?.append(String(line.dropFirst(6)))
        continue
      }
      if let text = block { samples.append(Array(text.joined(separator: "\n").utf8)) }
      block = nil
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      switch parts.first {
      case "- text" where parts[1].hasPrefix("|"): block = []
      case "- text": samples.append(Array(parts[1].utf8))
      case "- file": samples.append([UInt8](try Data(contentsOf: root.appending(path: "content/\(parts[1])"))))
      default: continue
      }
    }
    return samples + (block.map { [Array($0.joined(separator: "\n").utf8)] } ?? [])
  }
}
