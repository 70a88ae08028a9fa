/// Prose with placeholders: a summary, an answer, the text of a code span.
///
/// `{name}` is a placeholder when `name` is one of the entry's captures; `{{name}}` stands for the text `{name}`; every other brace stays.
public struct TextTemplate: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    case literal(String)
    case placeholder(String)
  }

  public let pieces: [Piece]

  /// Splits a text. Every text can be split.
  ///
  /// - Complexity: O(n) in the scalars of `text`.
  public init(_ text: String, captures: Set<String>) {
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    var literal = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      guard let (token, end) = PlaceholderSyntax.token(in: scalars, at: position) else {
        // Both braces of a pair that means nothing are passed over, lest the second be read as a placeholder's.
        let isPair = scalars[position] == "{" && position + 1 < scalars.count && scalars[position + 1] == "{"
        literal.append(contentsOf: scalars[position..<(position + (isPair ? 2 : 1))])
        position += isPair ? 2 : 1
        continue
      }
      switch token {
      case .escaped(let name):
        literal.append(contentsOf: "{\(name)}".unicodeScalars)
      case .placeholder(let name) where captures.contains(name):
        if !literal.isEmpty { pieces.append(.literal(String(literal))) }
        literal = String.UnicodeScalarView()
        pieces.append(.placeholder(name))
      case .placeholder:
        literal.append(contentsOf: scalars[position..<end])
      }
      position = end
    }
    if !literal.isEmpty { pieces.append(.literal(String(literal))) }
    self.pieces = pieces
  }

  /// The text with each placeholder replaced by its value; a name without a value stays as `{name}`.
  public func filled(with values: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder(let name): values[name] ?? "{\(name)}"
      }
    }.joined()
  }
}
