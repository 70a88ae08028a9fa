/// A quick look at a line's bytes that spares most lines a closer one: it says no only where the pattern cannot match.
struct Glimpse {
  /// The literals as folded bytes, in order; nil for one that holds more than ASCII.
  private let literals: [[UInt8]?]
  /// Whether the first literal is a word that must stand at a start mark.
  private let beginsAtMark: Bool

  init(_ signature: Signature) {
    literals = signature.literals.map { literal in
      literal.allSatisfy { $0.value < 0x80 } ? literal.map { UInt8($0.value) } : nil
    }
    let isWord = if case .literal(let first)? = signature.elements.first { first[0].isASCIILetter } else { false }
    beginsAtMark = signature.isAnchoredAtStart && isWord && literals.first.flatMap(\.self) != nil
  }

  /// Whether all literals stand in a line, in order.
  ///
  /// - Complexity: O(n × m) in the line's bytes and the literals'; almost always O(n).
  func mayFit(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    Self.isUnclear(line) || literals.count == standing(in: line, from: 0)
  }

  /// Whether all literals but one, which may be broken, stand in two lines, in order.
  func mayFit(in line: Slice<UnsafeBufferPointer<UInt8>>, goingOnIn next: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if Self.isUnclear(line) || Self.isUnclear(next) { return true }
    let broken = standing(in: line, from: 0)
    return broken + 1 >= literals.count || standing(in: next, from: broken + 1) == literals.count
  }

  /// What is beyond ASCII may be a blank or a quote.
  private static func isUnclear(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { line.contains { $0 >= 0x80 } }

  /// The number of the first literal, from a number on, that does not stand in a line behind those before it.
  private func standing(in line: Slice<UnsafeBufferPointer<UInt8>>, from first: Int) -> Int {
    var position = line.startIndex
    for index in literals.indices.dropFirst(first) {
      guard let literal = literals[index] else { continue }
      guard let end = end(of: literal, in: line, from: position, atMark: index == 0 && beginsAtMark) else { return index }
      position = end
    }
    return literals.count
  }

  private func end(of literal: [UInt8], in line: Slice<UnsafeBufferPointer<UInt8>>, from start: Int, atMark: Bool) -> Int? {
    // Blanks at the edges tell nothing: one may be a line's margin or its end.
    let words = literal.drop { $0 == 0x20 }
    guard let first = words.first else { return start }
    for position in start..<max(start, line.endIndex) where line[position].matches(first) {
      if let end = Self.end(of: words, in: line, at: position), !atMark || StartMarks.mayMark(line, at: position) { return end }
    }
    return nil
  }

  private static func end(of literal: ArraySlice<UInt8>, in line: Slice<UnsafeBufferPointer<UInt8>>, at start: Int) -> Int? {
    var position = start
    for (index, wanted) in zip(literal.indices, literal) {
      if wanted == 0x20 {
        if index == literal.endIndex - 1 { return position }
        guard position < line.endIndex, line[position].isBlank else { return nil }
        while position < line.endIndex, line[position].isBlank { position += 1 }
      } else {
        guard position < line.endIndex, line[position].matches(wanted) else { return nil }
        position += 1
      }
    }
    return position
  }
}
