/// A file of content, as read.
public struct SourceFile: Sendable, Equatable {
  /// Relative to the content folder, `/` between its parts: `entries/node/eaddrinuse.md`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A file of the site, made but not yet written.
public struct OutputFile: Sendable, Equatable {
  /// Relative to the site's root, `/` between its parts: `errors/eaddrinuse/index.html`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
