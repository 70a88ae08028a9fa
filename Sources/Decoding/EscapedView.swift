/// Reads a line through its escapes: the text inside JSON, logfmt, Go's `%q` or Python's `repr`.
///
/// No parser of any of these: the whole line is unescaped, up to three times, and split at the new lines that appear.
enum EscapedView {
  private static let rounds = 3

  /// The line's text as a document of its own, line by line; nil when the line holds no escape.
  ///
  /// - Complexity: O(n) in the line's scalars.
  static func lines(of line: NormalizedLine) -> [NormalizedLine]? {
    guard holdsEscape(line.scalars) else { return nil }
    var scalars = line.scalars
    var columns = line.columns
    var round = 0
    // Only a quotation within a quotation is escaped twice; in `C:\\new` a second round would eat the path.
    var isNested = true
    while round < rounds, isNested, holdsEscape(scalars) {
      isNested = holdsEscapedQuote(scalars)
      unescape(&scalars, &columns)
      round += 1
    }
    var lines: [NormalizedLine] = []
    for part in scalars.indices.split(whereSeparator: { scalars[$0] == "\n" || scalars[$0] == "\r" }) {
      guard let first = part.first, let last = part.last else { continue }
      var kept: [Int32] = []
      let text = Sanitizer.sanitize(Array(scalars[first...last]), columns: Array(columns[first...last]), kept: &kept)
      lines.append(
        NormalizedLine(
          number: line.number, ordinal: lines.count + 1, segment: 0, scalars: text, columns: kept, endColumn: columns[last] + 1,
          startMarks: StartMarks.marks(in: text)))
    }
    return lines
  }

  /// Whether `\n`, `\"` or `\uXXXX` stands anywhere.
  private static func holdsEscape(_ scalars: [Unicode.Scalar]) -> Bool {
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
      let (scalar, length) = scalars[position] == "\\" ? escape(in: scalars, at: position) : (scalars[position], 1)
      result.append(scalar)
      kept.append(columns[position])
      position += length
    }
    scalars = result
    columns = kept
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
