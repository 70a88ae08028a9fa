/// Compares a literal with the bytes around a place of a text, as far as bytes can tell.
///
/// Letters compare in any case, a run of blanks with a blank, any quote with any quote. A byte beyond ASCII may stand for a quote or a blank, an
/// escape for anything: they settle nothing. What is beyond ASCII in a literal stands for itself.
struct LiteralComparison {
  /// Folded, a run of blanks one blank.
  let literal: UnsafeBufferPointer<UInt8>
  let text: UnsafeBufferPointer<UInt8>

  /// Whether the literal from an index on may stand at a place.
  func mayFollow(from index: Int, at place: Int) -> Bool {
    guard let literal = literal.baseAddress, let text = text.baseAddress else { return true }
    let (literalCount, count) = (self.literal.count, self.text.count)
    var position = place
    for index in index..<literalCount {
      let wanted = literal[index]
      guard position < count, !text[position].isLineEnd else { return false }
      if wanted >= 0x80 {
        guard text[position] == wanted else { return mayBeReplaced(index) || mayBeEscape(position) }
        position += 1
      } else if text[position] >= 0x80 {
        return true
      } else if wanted == 0x20 {
        guard text[position].isBlank else { return mayBeEscape(position) }
        while position < count, text[position].isBlank { position += 1 }
      } else {
        guard text[position].matches(wanted) else { return mayBeEscape(position) }
        position += 1
      }
    }
    return true
  }

  /// Whether the literal up to an index may end before a place.
  func mayPrecede(upTo index: Int, endingAt place: Int) -> Bool {
    guard let literal = literal.baseAddress, let text = text.baseAddress else { return true }
    var position = place - 1
    var index = index
    while index > 0 {
      index -= 1
      let wanted = literal[index]
      guard position >= 0, !text[position].isLineEnd else { return false }
      if wanted >= 0x80 {
        guard text[position] == wanted else { return mayBeReplaced(index) || mayBeEscape(position) }
        position -= 1
      } else if text[position] >= 0x80 {
        return true
      } else if wanted == 0x20 {
        guard text[position].isBlank else { return mayBeEscape(position) }
        while position >= 0, text[position].isBlank { position -= 1 }
      } else {
        guard text[position].matches(wanted) else { return mayBeEscape(position) }
        position -= 1
      }
    }
    return true
  }

  /// Whether a byte of the literal is one of U+FFFD, which stands for whatever is no UTF-8.
  private func mayBeReplaced(_ index: Int) -> Bool {
    (max(0, index - 2)...index).contains { literal[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
  }

  /// Whether a backslash or an ampersand stands at a place or shortly before it: `\t`, `\"`, `&quot;`.
  private func mayBeEscape(_ place: Int) -> Bool {
    var position = place
    while position >= 0, position > place - 8 {
      if text[position] == 0x5C || text[position] == 0x26 { return true }
      position -= 1
    }
    return false
  }
}

extension UInt8 {
  /// ASCII letters in lower case, every other byte itself.
  var folded: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// A letter, digit or `_`.
  var isWord: Bool { isLetter || self &- 0x30 < 10 || self == 0x5F }

  var isBlank: Bool { self == 0x20 || self == 0x09 }

  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  var isQuote: Bool { self == 0x27 || self == 0x22 || self == 0x60 }

  /// Whether a byte of a text stands for a folded byte of a literal.
  func matches(_ wanted: UInt8) -> Bool { folded == wanted || (isQuote && wanted.isQuote) }
}
