import Cataloging
import Decoding

/// The script that a browser runs beside the site, so that it can be read without a network.
///
/// A pure function of the site's other files: which of them are kept from the first visit on, and a version that changes with them.
struct ServiceWorker {
  static let path = "sw.js"

  /// What scripts read to answer. Each group is kept from the first visit on unless it is large; then its files are kept as they are used.
  private static let tables: [@Sendable (String) -> Bool] = [
    { $0.hasPrefix(PageIndex.root) || $0.hasSuffix("/" + PageIndex.entry) },
    { $0 == SearchTables.path || $0.hasPrefix(SearchTables.folder) },
  ]
  private static let largest = 2_000_000

  /// Stripped.
  let script: [UInt8]
  /// All others of the site.
  let files: [PlannedFile]

  var bytes: [UInt8] {
    let kept = self.kept.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var fingerprint = Fingerprint()
    for file in kept {
      fingerprint.add(file.path.utf8)
      fingerprint.add(file.bytes)
    }
    let own = Set(files.map { String(Substring($0.path.utf8.prefix { $0 != UInt8(ascii: "/") })) })
    let site = JSONValue.object([
      ("version", .string(fingerprint.text)), ("kept", .strings(kept.map { PagePath.address(ofFile: $0.path) })),
      ("own", .strings(own.sorted())), ("offline", .string(PagePath.offline)),
    ])
    return Array("const site = ".utf8) + site.bytes + Array(";\n".utf8) + script
  }

  /// The pages that stand for all others, what pages are made with, and what scripts read.
  private var kept: [OutputFile] {
    let shell = [PagePath.file(of: PagePath.home), PagePath.offline]
    let outer = files.filter { shell.contains($0.path) || Self.isPartOfPages($0.path) }
    return outer.map(\.output) + Self.tables.flatMap(small)
  }

  /// A group of files; none when it is large. No more of them are made than it takes to know that.
  private func small(where isWanted: (String) -> Bool) -> [OutputFile] {
    var group: [OutputFile] = []
    var size = 0
    for file in files where isWanted(file.path) {
      group.append(file.output)
      size += group[group.count - 1].bytes.count
      if size > Self.largest { return [] }
    }
    return group
  }

  /// Pictures are kept when a page shows them; some are for other sites alone.
  private static func isPartOfPages(_ path: String) -> Bool {
    path.hasPrefix(Templates.assetFolder) && ![".png", ".jpg", ".webp"].contains(where: path.hasSuffix)
  }
}
