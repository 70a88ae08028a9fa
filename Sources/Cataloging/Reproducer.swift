/// A script of `reproducers/` that provokes an entry's error and prints it.
///
/// Its head, the comment directly behind `#!/bin/sh`, has two lines that are read:
///
///     # Needs: node (20 or newer), psql
///     # Run with: Node 20.20.2 (Debian package nodejs) on Debian 12
///
/// *Needs* names the commands without which it cannot run, apart by commas, each perhaps with a note in brackets; a script that needs
/// nothing writes `sh`. *Run with* is prose and may go on below.
public struct Reproducer: Sendable, Equatable {
  /// A command that must be installed.
  public struct Need: Sendable, Equatable {
    public let command: String
    /// For people: a version, a package.
    public let note: String?
  }

  public static let folder = "reproducers/"

  public let slug: String
  /// Relative to the content folder.
  public let path: String
  public let bytes: [UInt8]
  public let needs: [Need]

  /// The scripts among the files of a content folder whose heads can be read, in the order of their slugs.
  public static func among(_ files: [SourceFile]) -> [Reproducer] {
    let scripts = files.filter { slug(ofPath: $0.path) != nil }
    return scripts.compactMap { ReproducerHead($0).reproducer }.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
  }

  static func slug(ofPath path: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(".sh") else { return nil }
    return String(path.dropFirst(folder.count).dropLast(".sh".count))
  }

  init(slug: String, file: SourceFile, needs: [Need]) {
    (self.slug, path, bytes, self.needs) = (slug, file.path, file.bytes, needs)
  }
}
