/// The braces of prose and commands: what `{name}`, `{{name}}` and every other brace mean.
package enum PlaceholderSyntax {
  package enum Token: Equatable {
    /// `{name}`.
    case placeholder(String)
    /// `{{name}}`, which stands for the text `{name}`.
    case escaped(String)
  }

  /// The token whose opening brace is at `start`, and where it ends; nil when the brace is only a brace.
  ///
  /// A `$` before the brace (`${port}`) and a second brace after it make it only a brace.
  ///
  /// - Complexity: O(n) in the token's length.
  package static func token(in scalars: [Unicode.Scalar], at start: Int) -> (token: Token, end: Int)? {
    guard let place = place(at: start, count: scalars.count, unit: { scalars[$0].value }) else { return nil }
    return (token(named: String(scalars: scalars[place.name]), place.isEscaped), place.end)
  }

  /// The same in UTF-8.
  static func token(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (token: Token, end: Int)? {
    guard let place = place(at: start, count: bytes.count, unit: { UInt32(bytes[$0]) }) else { return nil }
    return (token(named: String(decoding: bytes[place.name], as: UTF8.self), place.isEscaped), place.end)
  }

  private static func token(named name: String, _ isEscaped: Bool) -> Token { isEscaped ? .escaped(name) : .placeholder(name) }

  /// Where a token's name stands, and where it ends. All that it is told by is ASCII.
  @inline(__always)
  private static func place(
    at start: Int, count: Int, unit: (Int) -> UInt32
  ) -> (name: Range<Int>, isEscaped: Bool, end: Int)? {
    func isUnit(_ character: Unicode.Scalar, _ index: Int) -> Bool { index < count && unit(index) == character.value }
    guard isUnit("{", start), start == 0 || !isUnit("$", start - 1) else { return nil }
    let isDouble = isUnit("{", start + 1)
    let nameStart = isDouble ? start + 2 : start + 1
    guard nameStart < count, CaptureName.isFirst(unit(nameStart)) else { return nil }
    var nameEnd = nameStart + 1
    while nameEnd < count, CaptureName.isPart(unit(nameEnd)) { nameEnd += 1 }
    guard isUnit("}", nameEnd) else { return nil }
    guard isDouble else { return (nameStart..<nameEnd, false, nameEnd + 1) }
    return isUnit("}", nameEnd + 1) ? (nameStart..<nameEnd, true, nameEnd + 2) : nil
  }
}
