/// An answer about a reader's text: an entry, the proof, and the values found. The first of several is *the* answer.
public struct Diagnosis: Sendable, Equatable {
  public let entry: IndexedEntry
  /// Where the entry's text stands; nil for an entry that was asked for by name.
  public let evidence: Evidence?
  /// As printed, sorted by name.
  public let captures: [Capture]
  /// For a wrapper or an exit status: the slug of the first cause found beside it.
  public let wraps: String?

  /// A value that a hole took.
  public struct Capture: Sendable, Equatable {
    public let name: String
    public let value: String
  }

  /// The place that shows an entry's text.
  public struct Evidence: Sendable, Equatable {
    /// A range of columns of one line, named when it is a capture.
    public struct Span: Sendable, Equatable {
      public let line: Int
      /// In Unicode scalars of the line as pasted.
      public let columns: Range<Int>
      public let name: String?
    }

    /// 1-based, in the text as pasted.
    public let line: Int
    /// 1-based, in Unicode scalars.
    public let column: Int
    /// How many places the same signature matches with the same values.
    public let occurrences: Int
    /// The line as pasted; of a line of more than 65,536 scalars, the piece that holds the match.
    public let text: String
    /// The column of the text's first scalar: 1, but for a piece.
    public let textColumn: Int
    /// The signature's source; several patterns are separated by new lines.
    public let signature: String
    /// The parts that matched, then the captures of the first hit.
    public let spans: [Span]
  }

  public init(entry: IndexedEntry, evidence: Evidence?, captures: [Capture], wraps: String?) {
    self.entry = entry
    self.evidence = evidence
    self.captures = captures.sorted { $0.name < $1.name }
    self.wraps = wraps
  }

  /// The values that fill the entry's placeholders: the reader's own, and the samples'.
  ///
  /// - Parameter given: Values the reader states, which go before those in the text.
  public func values(given: [String: String] = [:]) -> FillValues {
    FillValues(
      own: Dictionary(captures.map { ($0.name, $0.value) }) { first, _ in first }.merging(given) { $1 },
      examples: Dictionary(entry.captures.map { ($0.name, $0.example) }) { first, _ in first })
  }
}

extension IndexedEntry {
  /// The names that are placeholders in the entry's texts.
  public var captureNames: Set<String> { Set(captures.map(\.name)) }

  /// A prose text of the entry with its placeholders filled.
  public func filled(_ text: String, with values: FillValues) -> String {
    TextTemplate(text, captures: captureNames).filled(with: values.merged)
  }

  /// A command of the entry with its placeholders filled and quoted for its shell.
  public func filled(_ command: IndexedCommand, with values: FillValues) -> FilledCommand {
    CommandTemplate(command.text, shell: command.shell, captures: captureNames).filled(with: values, risk: command.risk)
  }

  /// The names that stand in commands with a sample's value, because the reader's text has none that may stand there; sorted.
  public func assumedNames(in commands: [IndexedCommand], with values: FillValues) -> [String] {
    commands.reduce(into: Set<String>()) { $0.formUnion(filled($1, with: values).assumedNames) }.sorted()
  }
}
