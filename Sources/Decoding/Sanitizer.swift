/// Drops what a terminal would not show and maps what looks alike to one form.
package enum Sanitizer {
  /// The text without escape sequences, orphans of colour codes, control and invisible characters; odd blanks, quotes and
  /// full-width characters mapped.
  ///
  /// - Parameters:
  ///   - columns: One for each scalar.
  ///   - kept: Gets the columns of the scalars that are kept.
  /// - Complexity: O(n).
  static func sanitize(_ scalars: [Unicode.Scalar], columns: [Int32], kept: inout [Int32]) -> [Unicode.Scalar] {
    let indices = visibleIndices(of: scalars)
    kept = indices.map { columns[$0] }
    return indices.map { scalars[$0].normalized }
  }

  /// The indices of what a terminal would show, TAB among it.
  static func visibleIndices(of scalars: [Unicode.Scalar]) -> [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(scalars.count)
    var sequences = EscapeSequences(scalars)
    var position = 0
    while position < scalars.count {
      if let end = sequences.end(at: position) {
        position = end
        continue
      }
      let scalar = scalars[position]
      if scalar == "\t" || !(scalar.isControl || scalar.isInvisible) { indices.append(position) }
      position += 1
    }
    return indices
  }
}

/// A line of a reader's text that is safe to print: without control characters, escape sequences and invisible characters.
public struct VisibleLine: Sendable, Equatable {
  /// TAB and line separators are blanks.
  public let scalars: [Unicode.Scalar]
  /// For each scalar, its 1-based column in the line as pasted.
  public let columns: [Int]

  public init(_ line: String) {
    let all = Array(line.unicodeScalars)
    let indices = Sanitizer.visibleIndices(of: all)
    scalars = indices.map { all[$0] == "\t" || all[$0].value == 0x2028 || all[$0].value == 0x2029 ? " " : all[$0] }
    columns = indices.map { $0 + 1 }
  }
}

/// Finds terminal escape sequences, and what is left of colour codes when something ate their ESC.
struct EscapeSequences {
  private let scalars: [Unicode.Scalar]
  /// From here on no string terminator follows: no need to look again.
  private var noTerminatorFrom = Int.max

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The end of the sequence that begins at `start`; nil where none does.
  mutating func end(at start: Int) -> Int? {
    switch scalars[start].value {
    case 0x1B: afterEscape(start + 1)
    case 0x9B: controlSequence(start + 1)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: string(start + 1, endsAtBell: scalars[start].value == 0x9D) ?? start + 1
    case 0x5B: orphan(bracket: start)  // [
    case 0x3F, 0xFFFD, 0x241B: orphan(bracket: start + 1)  // ? and stand-ins for ESC
    case 0x5C: writtenEscape(start)  // \
    case 0x5E: start + 1 < scalars.count && scalars[start + 1] == "[" ? orphan(bracket: start + 2) : nil  // ^[
    default: nil
    }
  }

  private mutating func afterEscape(_ next: Int) -> Int {
    guard next < scalars.count else { return next }
    switch scalars[next] {
    case "[": return controlSequence(next + 1)
    case "]": return string(next + 1, endsAtBell: true) ?? next + 1
    case "P", "X", "^", "_": return string(next + 1, endsAtBell: false) ?? next + 1
    default:
      // Intermediates, then one final character; a lone ESC is dropped alone.
      var end = next
      while end < scalars.count, (0x20...0x2F).contains(scalars[end].value) { end += 1 }
      return end < scalars.count && (0x30...0x7E).contains(scalars[end].value) ? end + 1 : next
    }
  }

  /// Parameters, intermediates, one final character; a sequence that is cut short ends where it stops making sense.
  private func controlSequence(_ start: Int) -> Int {
    var end = start
    while end < scalars.count, (0x30...0x3F).contains(scalars[end].value) { end += 1 }
    while end < scalars.count, (0x20...0x2F).contains(scalars[end].value) { end += 1 }
    return end < scalars.count && (0x40...0x7E).contains(scalars[end].value) ? end + 1 : end
  }

  /// To ST (or BEL); nil when the line has none.
  private mutating func string(_ start: Int, endsAtBell: Bool) -> Int? {
    guard start < noTerminatorFrom else { return nil }
    var position = start
    while position < scalars.count {
      switch scalars[position].value {
      case 0x07 where endsAtBell, 0x9C: return position + 1
      case 0x1B where position + 1 < scalars.count && scalars[position + 1] == "\\": return position + 2
      default: position += 1
      }
    }
    // A string that must end at ST finds none where one that may end at BEL could; both are rare, and text is kept then.
    noTerminatorFrom = min(noTerminatorFrom, start)
    return nil
  }

  /// A colour code whose ESC is written out: `\u001b[31m`, `\x1b[31m`, `\033[31m`, `\e[31m`, the backslash perhaps escaped itself.
  private func writtenEscape(_ start: Int) -> Int? {
    var position = start
    while position < scalars.count, scalars[position] == "\\", position - start < 8 { position += 1 }
    for name in ["u001b", "x1b", "033", "e"] as [StaticString] {
      let length = name.utf8CodeUnitCount
      let isHere = name.withUTF8Buffer { bytes in
        position + length < scalars.count && bytes.indices.allSatisfy { scalars[position + $0].folded.value == UInt32(bytes[$0]) }
      }
      if isHere { return orphan(bracket: position + length) }
    }
    return nil
  }

  /// `[31m` and `[1;4m` without their ESC; not `[5m]`, which is a duration.
  private func orphan(bracket: Int) -> Int? {
    guard bracket < scalars.count, scalars[bracket] == "[" else { return nil }
    var position = bracket + 1
    var parameters = 0
    repeat {
      let start = position
      while position < scalars.count, scalars[position].isDigit { position += 1 }
      guard (1...3).contains(position - start) else { return nil }
      parameters += 1
      guard position < scalars.count, parameters <= 16 else { return nil }
      position += 1
    } while scalars[position - 1] == ";"
    guard scalars[position - 1] == "m", position == scalars.count || scalars[position] != "]" else { return nil }
    return position
  }
}
