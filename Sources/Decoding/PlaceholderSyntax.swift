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
    guard scalars[start] == "{", start == 0 || scalars[start - 1] != "$" else { return nil }
    let isDouble = start + 1 < scalars.count && scalars[start + 1] == "{"
    let nameStart = isDouble ? start + 2 : start + 1
    guard let nameEnd = CaptureName.end(in: scalars, from: nameStart), nameEnd < scalars.count, scalars[nameEnd] == "}" else {
      return nil
    }
    let name = String(String.UnicodeScalarView(scalars[nameStart..<nameEnd]))
    guard isDouble else { return (.placeholder(name), nameEnd + 1) }
    guard nameEnd + 1 < scalars.count, scalars[nameEnd + 1] == "}" else { return nil }
    return (.escaped(name), nameEnd + 2)
  }
}
