import Decoding

/// The paths of the files that a site's folder has from us, as `.decode-site-manifest` lists them. A file that it does not
/// list belongs to the site's owner.
struct Manifest: Equatable {
  static let name = ".decode-site-manifest"

  /// Relative to the site's folder.
  var paths: Set<String>

  init(paths: Set<String>) {
    self.paths = paths
  }

  /// - Returns: nil when a line is no path below the folder.
  init?(bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.allSatisfy(OutputPath.isSafe) else { return nil }
    paths = Set(lines)
  }

  /// One path a line, sorted by bytes.
  var bytes: [UInt8] {
    paths.sorted(by: String.precedesInBytes).reduce(into: []) { bytes, path in
      bytes += path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
