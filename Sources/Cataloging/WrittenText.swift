/// How a text of the content is written in its file, for the place of any part of it.
package struct WrittenText: Sendable {
  private enum Form {
    /// A value of YAML, with its quotes, escapes, folded lines or indentation.
    case value(YAMLScalar)
    /// The lines of a fence, each without some of its indentation.
    case fence(firstLine: Int, text: String)
    /// A whole file.
    case file
  }

  /// The file that holds the text.
  package let path: String
  private let form: Form

  init(value: YAMLScalar, path: String) {
    self.path = path
    form = .value(value)
  }

  /// The lines of a command.
  package init(_ command: Command, path: String) {
    self.path = path
    form = .fence(firstLine: command.line + 1, text: command.text)
  }

  /// All of a file.
  package init(file path: String) {
    self.path = path
    form = .file
  }

  /// Where all of it stands, a value's quotes included; of several lines, the first.
  package func place(in source: SourceText) -> Place {
    switch form {
    case .value(let scalar) where scalar.style == .block:
      source.place(ofLine: source.line(at: scalar.range.lowerBound) + 1)
    case .value(let scalar): source.place(of: scalar.range)
    case .fence(let firstLine, _): source.place(ofLine: firstLine)
    case .file: source.place(ofLine: 1)
    }
  }

  /// Where a part of the text stands, given in Unicode scalars from the text's start.
  ///
  /// - Parameter source: The file that `path` names.
  /// - Complexity: O(n) in the scalars of the text.
  package func place(of range: Range<Int>, in source: SourceText) -> Place {
    switch form {
    case .value(let scalar):
      return source.place(of: scalar.range(offset: range.lowerBound, length: range.count, in: source))
    case .file:
      let start = min(range.lowerBound, source.scalars.count)
      return source.place(of: start..<max(start, min(range.upperBound, source.scalars.count)))
    case .fence(let firstLine, let text):
      let before = text.unicodeScalars.prefix(range.lowerBound)
      let row = before.count { $0 == "\n" }
      let column = before.reversed().prefix { $0 != "\n" }.count
      let written = source.range(ofLine: firstLine + row)
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      // What libcmark dropped stands before what it kept.
      let kept = row < lines.count ? lines[row].count : 0
      let start = written.upperBound - min(kept, written.count) + column
      return source.place(of: start..<min(written.upperBound, start + range.count))
    }
  }

  /// Where a part of a line of the text stands; line and column are those of the text, from 1 on.
  package func place(line: Int, column: Int, length: Int, of text: some Collection<Unicode.Scalar>, in source: SourceText) -> Place {
    var lineStart = 0
    var remaining = line - 1
    var start = 0
    for (offset, scalar) in text.enumerated() {
      if remaining == 0 {
        // A column behind the line's end is that end.
        guard offset - lineStart < column - 1, scalar != "\n" else { break }
        start = offset + 1
      } else if scalar == "\n" {
        remaining -= 1
        lineStart = offset + 1
        start = lineStart
      }
    }
    return place(of: start..<start + length, in: source)
  }
}
