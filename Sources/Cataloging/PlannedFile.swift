/// A file of the site that is made when it is asked for.
///
/// It is made in two steps, so that a file that would not change need not be made: what it is made of is gathered first and has a key.
public struct PlannedFile: Sendable {
  /// Relative to the site's root, `/` between its parts.
  public let path: String
  /// What the file is made of; safe to be called on any core, and pure.
  public let prepare: @Sendable () -> PreparedFile

  public init(path: String, prepare: @escaping @Sendable () -> PreparedFile) {
    (self.path, self.prepare) = (path, prepare)
  }

  /// A file that is there already.
  public init(_ file: OutputFile) {
    self.init(path: file.path) { PreparedFile(key: Digest(of: file.bytes)) { file.bytes } }
  }

  /// A file of the whole site: what it is made of is not told from its bytes.
  public init(path: String, bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path) {
      let bytes = bytes()
      return PreparedFile(key: Digest(of: bytes)) { bytes }
    }
  }

  public var output: OutputFile { OutputFile(path: path, bytes: prepare().make()) }
}

/// All that a file is made of.
public struct PreparedFile: Sendable {
  /// The same key at the same path and from the same program means the same bytes.
  public let key: Digest
  public let make: @Sendable () -> [UInt8]

  public init(key: Digest, make: @escaping @Sendable () -> [UInt8]) {
    (self.key, self.make) = (key, make)
  }
}
