/// A quick look at a line's bytes that spares most lines a closer one: it says no only where the pattern cannot match.
struct Glimpse {
  /// The literals as folded bytes, in order; nil for one that holds more than ASCII.
  private let literals: [[UInt8]?]

  init(_ signature: Signature) {
    literals = signature.literals.map { literal in
      literal.allSatisfy { $0.value < 0x80 } ? literal.map { UInt8($0.value) } : nil
    }
  }

  /// Whether all literals stand in a line, in order.
  ///
  /// - Complexity: O(n × m) in the line's bytes and the literals'; almost always O(n).
  func mayFit(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if line.contains(where: { $0 >= 0x80 }) { return true }
    var position = line.startIndex
    for case let literal? in literals {
      guard let end = end(of: literal, in: line, from: position) else { return false }
      position = end
    }
    return true
  }

  private func end(of literal: [UInt8], in line: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Int? {
    // Blanks at the edges tell nothing: one may be a line's margin or its end.
    let words = literal.drop { $0 == 0x20 }
    guard let first = words.first else { return start }
    for position in start..<max(start, line.endIndex) where line[position].matches(first) {
      if let end = Self.end(of: words, in: line, at: position) { return end }
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
