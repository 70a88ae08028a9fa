/// The text of a command fence, split into what is fixed and what a reader's values fill.
///
/// `{name}` is a placeholder when `name` is one of the entry's captures; `{{name}}` stands for the text `{name}`; `${NAME}`,
/// `{{.Field}}` and every other brace stay as they are.
public struct CommandTemplate: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    case literal(String)
    case placeholder(name: String, standing: Standing)
  }

  /// What surrounds a placeholder, which decides what may fill it.
  public enum Standing: Sendable, Equatable {
    /// Outside quotes: one quoted word of the shell replaces it.
    case bare
    /// Between quotes that the writer wrote: only values that need no quoting may fill it.
    case insideQuotes
    /// Where no value is safe: in backticks, in a here-document, in `${…}`, after a backslash.
    case forbidden
  }

  public let shell: Shell
  public let pieces: [Piece]

  /// Splits a command's text. Every text can be split; what is unsafe is marked, not refused.
  ///
  /// - Complexity: O(n) in the scalars of `text`.
  public init(_ text: String, shell: Shell, captures: Set<String>) {
    self.shell = shell
    pieces = CommandScanner.pieces(of: text, shell: shell, captures: captures)
  }

  /// Names of the placeholders in the order they stand, each with its standing.
  public var placeholders: [(name: String, standing: Standing)] {
    pieces.compactMap { if case .placeholder(let name, let standing) = $0 { (name, standing) } else { nil } }
  }
}
