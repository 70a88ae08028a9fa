public import Cataloging
import Synchronization

/// A site to be shown: files that are made when they are asked for, once.
public final class PreviewSite: Sendable {
  /// The path that the site has on its server, `/` at both ends.
  public let basePath: String
  private let find: @Sendable (_ path: String) -> PlannedFile?
  private let made = Mutex<[String: [UInt8]]>([:])

  /// - Parameters:
  ///   - address: The site's; one without a path, and none, is served at `/`.
  ///   - find: The file at a path from the site's root; nil where there is none.
  public init(address: String?, find: @escaping @Sendable (_ path: String) -> PlannedFile?) {
    basePath = Self.path(of: address ?? "")
    self.find = find
  }

  func file(at path: String) -> PlannedFile? { find(path) }

  /// The bytes of a file of this site.
  func bytes(of file: PlannedFile) -> [UInt8] {
    if let bytes = made.withLock({ $0[file.path] }) { return bytes }
    let bytes = file.output.bytes
    made.withLock { $0[file.path] = bytes }
    return bytes
  }

  private static func path(of address: String) -> String {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 3 ? "/" + parts[3...].joined(separator: "/") : "/"
  }
}

/// What is wrong with what is shown.
public struct PreviewFindings: Sendable, Equatable {
  /// In the order of places.
  public var findings: [Finding]
  /// What stands before the paths of the findings, by the kind of their file.
  public var prefix: String
  /// Why there is nothing newer to be shown than the last good site; nil when what is shown is what there is.
  public var trouble: String?
  /// Whether samples are still being tried, so that more may come.
  public var isPending: Bool

  public init(findings: [Finding], prefix: String, trouble: String? = nil, isPending: Bool = false) {
    (self.findings, self.prefix, self.trouble, self.isPending) = (findings, prefix, trouble, isPending)
  }
}
