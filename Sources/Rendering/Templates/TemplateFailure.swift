public import Cataloging

/// Why templates or assets cannot be used: everything that is wrong with them, in the order of places.
public struct TemplateFailure: Error, Sendable, Equatable {
  /// Paths are relative to the folder of templates. Never empty.
  public let findings: [Finding]
}
