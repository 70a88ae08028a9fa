import Cataloging

/// Keeps the record of each site's last run, in a file of the user's own cache: the site's folder holds nothing but the site.
///
/// What cannot be read is as if it was not there, and what cannot be written is not kept: then a run does everything.
public struct BuildRecordStore: Sendable {
  private let folder: String
  private let site: String
  private var path: String {
    let digest = Digest(of: Array(site.utf8))
    return "\(folder)/\(String(digest.high, radix: 16))-\(String(digest.low, radix: 16))"
  }

  /// - Parameter output: The site's folder, which need not be there yet.
  /// - Returns: nil where there is no place to keep anything.
  public init?(output: String) {
    guard let cache = CacheFolder.path, let site = try? Disk.realPath(of: output) else { return nil }
    self.init(folder: "\(cache)/builds", site: site)
  }

  init(folder: String, site: String) {
    (self.folder, self.site) = (folder, site)
  }

  public var record: BuildRecord? { (try? Disk.bytes(of: path)).flatMap { BuildRecord(bytes: $0, of: site) } }

  public func keep(_ record: BuildRecord) {
    try? CacheFolder.write(record.bytes(of: site), to: path)
    removeRecordsOfGoneSites()
  }

  /// Otherwise the records of every temporary folder would stay for ever.
  private func removeRecordsOfGoneSites() {
    for name in (try? Disk.names(in: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      guard let head = try? Disk.firstBytes(of: path, count: 5_000), let site = BuildRecord.site(inHead: head) else { continue }
      if (try? Disk.kind(of: site)) == .missing { try? Disk.removeFile(path) }
    }
  }
}
