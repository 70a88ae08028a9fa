#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The page that GitHub Actions shows for a run: the file that `GITHUB_STEP_SUMMARY` names.
enum StepSummary {
  /// Adds Markdown at the end; where there is no such file, or it cannot be written, nothing is lost that matters.
  static func append(_ markdown: String) {
    guard let path = Stream.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      Stream.standardError.write(Terminal.visible("decode: GITHUB_STEP_SUMMARY: \(path): \(String(cString: strerror(errno)))\n"))
      return
    }
    defer { close(descriptor) }
    var bytes = Array((markdown + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
