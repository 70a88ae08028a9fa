/// Prose with placeholders: a summary, an answer, the text of a code span.
///
/// `{name}` is a placeholder when `name` is one of the entry's captures; `{{name}}` stands for the text `{name}`; every other brace stays.
public struct TextTemplate: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    case literal(String)
    case placeholder(String)
  }

  public let pieces: [Piece]
}
