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
  /// - Complexity: O(n) in the bytes of `text`; most hold no brace and are looked through once.
  public init(_ text: String, captures: Set<String>) {
    var text = text
    let pieces = text.withUTF8 { bytes in bytes.contains(UInt8(ascii: "{")) ? Self.pieces(of: bytes, captures: captures) : nil }
    self.pieces = pieces ?? (text.isEmpty ? [] : [.literal(text)])
  }

  private static func pieces(of bytes: UnsafeBufferPointer<UInt8>, captures: Set<String>) -> [Piece] {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    // What stands for itself is taken in runs.
    var start = 0
    var position = 0
    while let brace = bytes[position...].firstIndex(of: UInt8(ascii: "{")) {
      guard let (token, end) = PlaceholderSyntax.token(in: bytes, at: brace) else {
        // Both braces of a pair that means nothing are passed over, lest the second be read as a placeholder's.
        let isPair = brace + 1 < bytes.count && bytes[brace + 1] == UInt8(ascii: "{")
        position = brace + (isPair ? 2 : 1)
        continue
      }
      position = end
      switch token {
      case .escaped:
        // One of the two braces on either side.
        literal += bytes[start..<brace]
        literal += bytes[(brace + 1)..<(end - 1)]
        start = end
      case .placeholder(let name) where captures.contains(name):
        literal += bytes[start..<brace]
        if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
        literal = []
        start = end
        pieces.append(.placeholder(name))
      case .placeholder: break
      }
    }
    literal += bytes[start...]
    if !literal.isEmpty { pieces.append(.literal(String(decoding: literal, as: UTF8.self))) }
    return pieces
  }

  /// The text with each placeholder replaced by its value; a name without a value stays as `{name}`.
  public func filled(with values: [String: String]) -> String {
    if pieces.count == 1, case .literal(let text) = pieces[0] { return text }
    return pieces.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .placeholder(let name): text += values[name] ?? "{\(name)}"
      }
    }
  }
}
