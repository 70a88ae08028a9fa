import Decoding

/// So many scalars of a literal, blanks left out, from where a word may begin: what a page looks for in a text.
///
/// Blanks do not count because a literal's blank may stand for the end of a line that a tool broke. All quotes are one, as they are when a
/// literal is compared. A window is known by its hash alone: two with one hash are found together.
struct Window: Hashable {
  /// How many scalars, rising.
  static let lengths = [4, 6, 12, 24]

  /// The length and the hash in one number, by which many windows are sorted and counted.
  let number: UInt64

  var hash: UInt32 { UInt32(truncatingIfNeeded: number) }
  var length: Int { Int(number >> 32) }

  /// Every window of a literal.
  ///
  /// - Parameter beginsWord: Whether no letter, digit or `_` can stand before the literal where it begins with one.
  static func all(in literal: [Unicode.Scalar], beginsWord: Bool) -> [Window] {
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    for (index, scalar) in literal.enumerated() where scalar != " " {
      let isBehindWord = index == 0 ? !beginsWord : literal[index - 1].isWordScalar
      if !scalar.isWordScalar || !isBehindWord { starts.append(scalars.count) }
      scalars.append(scalar.isQuote ? "'" : scalar)
    }
    var windows: [Window] = []
    for start in starts {
      // A longer window goes on where a shorter one ends.
      var (hash, end) = (UInt32(0x811c_9dc5), start)
      for length in lengths where start + length <= scalars.count {
        while end < start + length {
          hash = (hash ^ scalars[end].value) &* 0x0100_0193
          end += 1
        }
        windows.append(Window(hash: hash, length: length))
      }
    }
    return windows
  }

  /// - Parameter hash: FNV-1a over scalars; its bits are mixed as MurmurHash3 does.
  private init(hash: UInt32, length: Int) {
    var hash = (hash ^ hash >> 16) &* 0x85eb_ca6b
    hash = (hash ^ hash >> 13) &* 0xc2b2_ae35
    number = UInt64(length) << 32 | UInt64(hash ^ hash >> 16)
  }
}

extension Signature {
  /// The windows of each element that a match must hold, of which one must stand there: of a literal any; of a choice, one list for
  /// each alternative.
  var windows: [[[Window]]] {
    elements.enumerated().map { index, element in
      var beginsWord = index == 0
      if index > 0, case .literal(let before) = elements[index - 1] { beginsWord = before.last?.isWordScalar == false }
      return switch element {
      case .literal(let scalars): [Window.all(in: scalars, beginsWord: beginsWord)]
      case .choice(let alternatives): alternatives.map { Window.all(in: $0, beginsWord: beginsWord) }
      case .hole, .gap: []
      }
    }
  }
}
