extension YAMLScalar {
  /// Where a part of the scalar's text stands in the file.
  ///
  /// Escapes of a double-quoted scalar and doubled quotes of a single-quoted one are followed; so are folded lines and a block's
  /// indentation, as blanks that the text and the file do not share are skipped on either side.
  ///
  /// - Complexity: O(n) in the scalars of the value.
  func range(offset: Int, length: Int, in source: SourceText) -> Range<Int> {
    let starts = sourceOffsets(in: source)
    let first = starts[min(max(0, offset), starts.count - 1)]
    let last = starts[min(max(0, offset + length), starts.count - 1)]
    return first..<max(first + 1, last)
  }

  /// For each scalar of the text the offset at which it is written, and behind them the offset of the value's end.
  private func sourceOffsets(in source: SourceText) -> [Int] {
    let content = contentRange(in: source)
    var offsets: [Int] = []
    var position = content.lowerBound
    for scalar in text.unicodeScalars {
      position = skipFolding(to: scalar, from: position, before: content.upperBound, in: source)
      offsets.append(min(position, content.upperBound))
      position = min(position + width(at: position, before: content.upperBound, in: source), content.upperBound)
    }
    return offsets + [position]
  }

  private func contentRange(in source: SourceText) -> Range<Int> {
    switch style {
    case .plain: return range
    case .singleQuoted, .doubleQuoted: return (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1)
    case .block:
      let first = source.start(ofLine: source.line(at: range.lowerBound) + 1)
      return first..<max(first, range.upperBound)
    }
  }

  /// Skips line ends, indentation and escaped line ends that the value does not hold.
  private func skipFolding(to scalar: Unicode.Scalar, from start: Int, before end: Int, in source: SourceText) -> Int {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" }
    var position = start
    guard !isBlank(scalar) else { return position }
    while position < end {
      if isBlank(source.scalars[position]) {
        position += 1
      } else if style == .doubleQuoted, source.scalars[position] == "\\", position + 1 < end,
        "\r\n".unicodeScalars.contains(source.scalars[position + 1])
      {
        position += 2
      } else {
        break
      }
    }
    return position
  }

  /// How many scalars of the file one scalar of the value takes.
  private func width(at position: Int, before end: Int, in source: SourceText) -> Int {
    guard position < end else { return 0 }
    switch (style, source.scalars[position]) {
    case (.singleQuoted, "'"): return 2
    case (.doubleQuoted, "\\") where position + 1 < end:
      switch source.scalars[position + 1] {
      case "x": return 4
      case "u": return 6
      case "U": return 10
      default: return 2
      }
    default: return 1
    }
  }
}
