import Foundation

/// The package that these tests are part of, as it stands on the disk.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Puts a copy of the content and the templates into a folder, of the healthy logs but one: a build decodes them all.
  static func copy(to disk: TemporaryFolder) throws {
    for folder in ["content", "templates"] { try disk.copy(root.appending(path: folder), to: folder) }
    let logs = try FileManager.default.contentsOfDirectory(atPath: disk.path("content/benign")).filter { $0.hasSuffix(".log") }
    for log in logs.sorted().dropFirst() { try disk.remove("content/benign/\(log)") }
  }

  /// The published entries, sorted.
  static let entries: [URL] = {
    let folder = root.appending(path: "content/entries")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let isPublished = { (url: URL) in (try? String(contentsOf: url, encoding: .utf8))?.contains("\ndraft: true\n") == false }
    return files.filter { $0.pathExtension == "md" && isPublished($0) }.sorted { $0.path < $1.path }
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
