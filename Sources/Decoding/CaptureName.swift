/// The names of holes and placeholders: `[a-z][a-z0-9_]*`.
package enum CaptureName {
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, isFirst(UInt32(first)) else { return false }
    return text.utf8.allSatisfy { isPart(UInt32($0)) }
  }

  /// - Parameter unit: A scalar's number, or a byte of UTF-8.
  static func isFirst(_ unit: UInt32) -> Bool { unit >= 0x61 && unit <= 0x7A }

  /// - Parameter unit: A scalar's number, or a byte of UTF-8.
  static func isPart(_ unit: UInt32) -> Bool { isFirst(unit) || (unit >= 0x30 && unit <= 0x39) || unit == 0x5F }
}
