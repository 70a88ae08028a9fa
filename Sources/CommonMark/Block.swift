/// A block of a Markdown document, with the place where it begins.
public struct Block: Sendable, Equatable {
  // What is large or rare lies on its own, so that the others need no memory but their place in the list.
  public enum Kind: Sendable, Equatable {
    case paragraph([Inline])
    case heading(level: Int, content: [Inline])
    /// A fenced block: its info string, and its text with a final new line.
    indirect case fence(info: String, text: String)
    /// An indented code block.
    case indentedCode(String)
    indirect case list(List)
    case quote([Block])
    case thematicBreak
    case html(String)
  }

  /// A list; `start` is nil for bullets.
  public struct List: Sendable, Equatable {
    public let start: Int?
    public let isTight: Bool
    public let items: [[Block]]

    public init(start: Int?, isTight: Bool, items: [[Block]]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  public let kind: Kind
  /// The block's first and last line in the text that was parsed, 1-based.
  public let lines: ClosedRange<Int>

  public init(kind: Kind, lines: ClosedRange<Int>) {
    self.kind = kind
    self.lines = lines
  }
}

/// A piece of a line of text.
public struct Inline: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    indirect case link(destination: String, title: String, content: [Inline])
    indirect case image(destination: String, title: String, content: [Inline])
    case softBreak
    case lineBreak
    case html(String)
  }

  public let kind: Kind
  /// The line it begins in, 1-based, in the text that was parsed.
  public let line: Int

  public init(kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
