/// Why templates or assets cannot be used.
public struct TemplateFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, relative to the folder of templates.
  public let path: String
  /// 1-based; nil when the file as a whole is meant.
  public let line: Int?
  /// What is wrong: a sentence without a full stop.
  public let message: String

  public var description: String { line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)" }
}
