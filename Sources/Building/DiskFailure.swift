/// Why the disk could not be read or written.
public struct DiskFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was given or found.
  public let path: String
  /// What is wrong and, where there is something to do, what to do: a sentence without a full stop.
  public let message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}
