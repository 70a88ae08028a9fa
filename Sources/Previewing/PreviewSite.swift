public import Cataloging

/// A site to be shown: files that are made when they are asked for.
public struct PreviewSite: Sendable {
  let files: [String: PlannedFile]
  /// The path that the site has on its server, `/` at both ends.
  public let basePath: String

  /// - Parameter address: The site's; one without a path, and none, is served at `/`.
  public init(files: [PlannedFile], address: String?) {
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    basePath = Self.path(of: address ?? "")
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
