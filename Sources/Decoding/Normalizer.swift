/// Turns raw bytes into lines that signatures can be compared with.
///
/// Steps, in order: decode; split into lines; drop escape sequences, control and invisible characters, and map blanks, quotes
/// and full-width forms; mark where text may begin behind log prefixes; read escaped lines once more.
package enum Normalizer {
  /// Longer lines are cut into pieces of this many scalars.
  static let longestLine = 65_536

  /// - Complexity: O(n) in the bytes.
  package static func normalize(_ bytes: [UInt8]) -> NormalizedText {
    let bytes = decodeUTF16(bytes) ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    let pasted = splitLines(bytes)
    var lines: [NormalizedLine] = []
    for (index, line) in pasted.enumerated() {
      appendSegments(of: line, number: index + 1, to: &lines)
    }
    let escaped = lines.compactMap(EscapedView.document(of:))
    let text = NormalizedDocument(lines: lines, wrapped: WrappedLines.groups(in: lines))
    return NormalizedText(documents: [text] + escaped, pastedLines: pasted)
  }

  /// Text in UTF-16 with a byte order mark, as UTF-8; nil for any other text.
  private static func decodeUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Lines end at LF or CRLF. A new line at the very end begins no further line.
  private static func splitLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  /// A lone CR ends a segment; so does the longest line's length.
  private static func appendSegments(of line: ArraySlice<UInt8>, number: Int, to lines: inout [NormalizedLine]) {
    var segment: [Unicode.Scalar] = []
    var column: Int32 = 1
    var segmentColumn: Int32 = 1
    func finish(_ next: Int32) {
      var columns: [Int32] = []
      let end = segmentColumn + Int32(segment.count)
      let scalars = Sanitizer.sanitize(segment, columns: Array(segmentColumn..<end), kept: &columns)
      lines.append(
        NormalizedLine(
          number: number, ordinal: number, scalars: scalars, columns: columns, endColumn: end,
          startMarks: StartMarks.marks(in: scalars)))
      segment.removeAll(keepingCapacity: true)
      segmentColumn = next
    }
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar == "\r" {
        finish(column + 1)
      } else {
        segment.append(scalar)
        if segment.count == longestLine { finish(column + 1) }
      }
      column += 1
    }
    if !segment.isEmpty || lines.last?.number != number { finish(column) }
  }
}
