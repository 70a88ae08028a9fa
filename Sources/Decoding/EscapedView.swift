/// Reads a line through its escapes: the text inside JSON, logfmt, Go's `%q`, Python's `repr` or HTML.
///
/// No parser of any of these: the whole line is unescaped, up to three times, and split at the new lines that appear.
enum EscapedView {
  private static let rounds = 3

  /// A part of the line, while it is unescaped.
  private struct Piece {
    var scalars: [Unicode.Scalar]
    var columns: [Int32]
    /// Whether a line feed stood before it.
    var beginsRow: Bool
    /// Only a quotation within a quotation is escaped twice; in `C:\\new` a second round would eat the path.
    var isNested = true
  }

  /// A line read through its escapes.
  struct Views: Sendable, Equatable {
    /// Documents of their own: the whole line, and then each quoted string by itself. A line's ordinal is its row, from 1 on; pieces of one
    /// row have the same.
    let documents: [[NormalizedLine]]
    /// Where the rows of the whole line begin, by rising columns of the line as pasted.
    private let rows: [(column: Int32, row: Int)]
    /// The columns of the line as pasted that no view shows: parts of escapes. Rising.
    private let hidden: [Int32]

    fileprivate init(_ documents: [[NormalizedLine]], of line: NormalizedLine) {
      self.documents = documents
      rows = documents[0].compactMap { row in row.columns.first.map { ($0, row.ordinal) } }
      let shown = Set(documents.joined().lazy.flatMap(\.columns))
      hidden = line.columns.filter { !shown.contains($0) }
    }

    /// The row that a column stands on.
    func row(at column: Int) -> Int {
      let index = rows.partitioningIndex { $0.column > column }
      return index == 0 ? 0 : rows[index - 1].row
    }

    /// Whether a part of an escape stands in a range of columns.
    func holdsEscape(_ columns: Range<Int>) -> Bool {
      let index = hidden.partitioningIndex { $0 >= columns.lowerBound }
      return index < hidden.count && hidden[index] < columns.upperBound
    }

    static func == (left: Views, right: Views) -> Bool { left.documents == right.documents && left.hidden == right.hidden }
  }

  /// The line's text read through its escapes; nil when it holds none.
  ///
  /// - Complexity: O(n) in the line's scalars.
  static func views(of line: NormalizedLine) -> Views? {
    guard holdsEscape(line.scalars) else { return nil }
    return Views([document(of: line, splitsAtQuotes: false), document(of: line, splitsAtQuotes: true)], of: line)
  }

  private static func document(of line: NormalizedLine, splitsAtQuotes: Bool) -> [NormalizedLine] {
    var pieces = [Piece(scalars: line.scalars, columns: line.columns, beginsRow: true)]
    for _ in 0..<rounds {
      pieces = pieces.flatMap { piece in
        piece.isNested && holdsEscape(piece.scalars) ? unescaped(piece, splitsAtQuotes: splitsAtQuotes) : [piece]
      }
    }
    var lines: [NormalizedLine] = []
    var row = 0
    for piece in pieces {
      if piece.beginsRow { row += 1 }
      guard let last = piece.columns.last else { continue }
      var kept: [Int32] = []
      let text = Sanitizer.sanitize(piece.scalars, columns: piece.columns, kept: &kept)
      lines.append(
        NormalizedLine(
          number: line.number, ordinal: row, segment: lines.count, scalars: text, columns: kept, endColumn: last + 1,
          startMarks: StartMarks.marks(in: text), isOfView: true))
    }
    return lines
  }

  private static func unescaped(_ piece: Piece, splitsAtQuotes: Bool) -> [Piece] {
    var result: [Piece] = []
    let isNested = holdsEscapedQuote(piece.scalars)
    for part in splitsAtQuotes ? partsBetweenQuotes(piece.scalars) : [piece.scalars.indices] {
      var scalars = Array(piece.scalars[part])
      var columns = Array(piece.columns[part])
      unescape(&scalars, &columns)
      var start = 0
      for end in Array(scalars.indices.filter { scalars[$0] == "\n" || scalars[$0] == "\r" }) + [scalars.count] {
        result.append(
          Piece(
            scalars: Array(scalars[start..<end]), columns: Array(columns[start..<end]),
            beginsRow: start > 0 || (result.isEmpty && piece.beginsRow), isNested: isNested))
        start = end + 1
      }
    }
    return result
  }

  /// What stands in strings and what stands between them. A string is opened by a double quote at the line's start or behind one
  /// of `{[(,:=`, blanks aside, as in JSON and logfmt; the next that is not escaped closes it.
  private static func partsBetweenQuotes(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var index = 0
    var isInside = false
    var last: Unicode.Scalar = "{"
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\"", isInside || ["{", "[", "(", ",", ":", "="].contains(last) {
        parts.append(start..<index)
        start = index + 1
        isInside.toggle()
      }
      if scalar != " " { last = scalar }
      index += scalar == "\\" ? 2 : 1
    }
    parts.append(min(start, scalars.count)..<scalars.count)
    return parts
  }

  /// Whether `\n`, `\"`, `\uXXXX` or an HTML entity stands anywhere.
  private static func holdsEscape(_ scalars: [Unicode.Scalar]) -> Bool {
    if scalars.indices.contains(where: { scalars[$0] == "&" && entity(in: scalars, at: $0).1 > 1 }) { return true }
    var index = scalars.startIndex
    while let backslash = scalars[index...].firstIndex(of: "\\"), backslash + 1 < scalars.count {
      switch scalars[backslash + 1] {
      case "n", "\"": return true
      case "u" where number(in: scalars, from: backslash + 2, digits: 4, radix: 16) != nil: return true
      default: index = backslash + 1
      }
    }
    return false
  }

  private static func holdsEscapedQuote(_ scalars: [Unicode.Scalar]) -> Bool {
    zip(scalars, scalars.dropFirst()).contains { $0 == "\\" && $1 == "\"" }
  }

  private static func unescape(_ scalars: inout [Unicode.Scalar], _ columns: inout [Int32]) {
    var result: [Unicode.Scalar] = []
    var kept: [Int32] = []
    result.reserveCapacity(scalars.count)
    kept.reserveCapacity(scalars.count)
    var position = 0
    while position < scalars.count {
      if let end = windowsPathEnd(in: scalars, at: position) {
        result += scalars[position..<end]
        kept += columns[position..<end]
        position = end
        continue
      }
      let (scalar, length) =
        switch scalars[position] {
        case "\\": escape(in: scalars, at: position)
        case "&": entity(in: scalars, at: position)
        default: (scalars[position], 1)
        }
      result.append(scalar)
      kept.append(columns[position])
      position += length
    }
    scalars = result
    columns = kept
  }

  /// Behind a path as Windows prints it, `C:\\new`, whose backslashes escape nothing; nil where none begins.
  private static func windowsPathEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    guard start + 3 < scalars.count, scalars[start].isASCIILetter, scalars[start + 1] == ":", scalars[start + 2] == "\\",
      scalars[start + 3] != "\\", start == 0 || !scalars[start - 1].isWordScalar
    else { return nil }
    return scalars[start...].firstIndex { $0 == " " || $0.isQuote } ?? scalars.count
  }

  private static let entities: [(name: [Unicode.Scalar], scalar: Unicode.Scalar)] = [
    ("quot", "\""), ("apos", "'"), ("lt", "<"), ("gt", ">"), ("amp", "&"), ("nbsp", " "), ("#39", "'"), ("#039", "'"), ("#x27", "'"),
    ("#34", "\""), ("#47", "/"), ("#x2F", "/"),
  ].map { (Array(($0.0 as String).unicodeScalars), $0.1) }

  /// What the HTML entity at `start` stands for and how long it is; another `&` stands for itself.
  private static func entity(in scalars: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int) {
    for (name, scalar) in entities where scalars[(start + 1)...].starts(with: name) {
      let end = start + 1 + name.count
      if end < scalars.count, scalars[end] == ";" { return (scalar, end + 1 - start) }
    }
    return (scalars[start], 1)
  }

  /// What the escape at `start` stands for and how long it is; an unknown one stands for its backslash.
  private static func escape(in scalars: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int) {
    guard start + 1 < scalars.count else { return (scalars[start], 1) }
    switch scalars[start + 1] {
    case "n": return ("\n", 2)
    case "r": return ("\r", 2)
    case "t": return (" ", 2)
    case "e": return ("\u{1B}", 2)
    case "\"", "'", "`", "\\", "/": return (scalars[start + 1], 2)
    case "x":
      if let value = number(in: scalars, from: start + 2, digits: 2, radix: 16) { return (Unicode.Scalar(UInt8(value)), 4) }
    case "0":
      if let value = number(in: scalars, from: start + 1, digits: 3, radix: 8), value < 128 { return (Unicode.Scalar(UInt8(value)), 4) }
    case "u":
      if let unit = number(in: scalars, from: start + 2, digits: 4, radix: 16) { return unicodeEscape(unit, in: scalars, at: start) }
    default: break
    }
    return (scalars[start], 1)
  }

  /// `\uXXXX`, or two of them that make one scalar; half of a pair becomes U+FFFD.
  private static func unicodeEscape(_ unit: UInt32, in scalars: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int) {
    if (0xD800..<0xDC00).contains(unit), scalars[(start + 6)...].starts(with: ["\\", "u"]),
      let low = number(in: scalars, from: start + 8, digits: 4, radix: 16), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    {
      return (scalar, 12)
    }
    return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
  }

  private static func number(in scalars: [Unicode.Scalar], from start: Int, digits: Int, radix: UInt32) -> UInt32? {
    guard start + digits <= scalars.count else { return nil }
    var value: UInt32 = 0
    for scalar in scalars[start..<(start + digits)] {
      guard scalar.isHexDigit else { return nil }
      let digit = scalar.isDigit ? scalar.value - 0x30 : (scalar.value | 0x20) - 0x57
      guard digit < radix else { return nil }
      value = value * radix + digit
    }
    return value
  }
}
