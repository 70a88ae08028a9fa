import Cataloging

/// What is known of a site's file that was written.
public struct WrittenFile: Sendable, Equatable {
  public let path: String
  /// Of what it was made.
  let key: Digest
  /// Nil when the file could change without its stamp showing it.
  let stamp: FileStamp?
}
