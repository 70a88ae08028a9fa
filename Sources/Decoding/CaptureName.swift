/// The names of holes and placeholders: `[a-z][a-z0-9_]*`.
package enum CaptureName {
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, isFirst(first) else { return false }
    return text.unicodeScalars.allSatisfy(isPart)
  }

  /// The name that begins at `start`, nil where none does.
  ///
  /// - Complexity: O(n) in the name's length.
  static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start < scalars.count, isFirst(scalars[start]) else { return nil }
    var end = start + 1
    while end < scalars.count, isPart(scalars[end]) { end += 1 }
    return end
  }

  private static func isFirst(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCIILetter && !scalar.isASCIIUppercase }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool { isFirst(scalar) || scalar.isDigit || scalar == "_" }
}
