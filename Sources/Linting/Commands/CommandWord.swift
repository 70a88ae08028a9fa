package import Decoding

/// A word of a command, as its shell hands it on.
package struct CommandWord: Sendable, Equatable {
  /// Without quotes and escapes; what a substitution puts in stays as it is written.
  package let text: String
  /// Where it is written, quotes and all, in Unicode scalars from the start of the fence's text.
  package let range: Range<Int>
}

/// A program with its arguments, as far as a shell's syntax tells.
package struct SimpleCommand: Sendable, Equatable {
  package struct Redirection: Sendable, Equatable {
    /// `>`, `2>`, `>>`, `<`.
    package let sign: String
    /// Nil at the end of a line.
    package let target: CommandWord?
  }

  package let shell: Shell
  /// At least one, unless there are redirections.
  package var words: [CommandWord]
  package var redirections: [Redirection] = []
  /// Where the whole is written, from its first word to its last.
  package var range: Range<Int> {
    let ranges = words.map(\.range) + redirections.compactMap(\.target?.range)
    return (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  /// The commands of a text, those of substitutions and groups too, in the order in which they begin.
  ///
  /// Reads what people write in documentation: quotes, escapes, substitutions, groups, redirections, here-documents. A word `<PID>` stands
  /// for what the reader types, and is no redirection. Every text can be read.
  ///
  /// - Complexity: O(n log n) in the scalars of `text`.
  package static func all(in text: String, shell: Shell) -> [SimpleCommand] {
    var reader = CommandReader(text, shell: shell)
    switch shell {
    case .sh, .bash: reader.readPOSIX()
    case .powershell: reader.readPowerShell()
    case .cmd: reader.readCmd()
    }
    return reader.commands.map { (start: $0.range.lowerBound, command: $0) }.sorted { $0.start < $1.start }.map(\.command)
  }
}
