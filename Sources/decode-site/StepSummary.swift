import Building
import Foundation

/// The page that GitHub Actions shows for a run: the file that `GITHUB_STEP_SUMMARY` names.
enum StepSummary {
  /// Adds Markdown at the end, and an empty line that parts it from what follows; nothing where there is no such file.
  static func append(_ markdown: String) throws {
    guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
    do {
      if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      defer { try? file.close() }
      try file.seekToEnd()
      try file.write(contentsOf: Data((markdown + "\n").utf8))
    } catch {
      // What the page lacks is printed nowhere else; the findings' number is, and the exit status tells.
      StandardError.write("decode-site: GITHUB_STEP_SUMMARY: \(path) cannot be written\n")
    }
  }
}
