/// Why a file is not an index this program can use.
public enum IndexFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// Not JSON, or not of an index's form; `offset` in bytes from the start.
  case malformed(offset: Int, message: String)
  /// An index of another form than this program's.
  case otherSchema(found: Int)

  public var description: String {
    switch self {
    case .malformed(let offset, let message): "not an index: \(message) (byte \(offset))"
    case .otherSchema(let found):
      "this index has schema \(found), and this program reads schema \(SearchIndex.schema): "
        + (found > SearchIndex.schema ? "install a newer decode" : "build the index again with a newer decode-site")
    }
  }

  init(_ failure: JSONScanner.Failure) { self = .malformed(offset: failure.offset, message: failure.message) }
}
