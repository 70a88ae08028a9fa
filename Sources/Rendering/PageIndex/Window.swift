import Decoding

/// So many scalars of a literal, blanks left out, from where a word may begin: what a page looks for in a text.
///
/// Blanks do not count because a literal's blank may stand for the end of a line that a tool broke. All quotes are one, as they are when a
/// literal is compared. A window is known by its hash alone: two with one hash are found together.
struct Window: Hashable {
  /// How many scalars, rising.
  static let lengths = [4, 6, 12, 24]

  let hash: UInt32
  let length: Int

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
    return starts.flatMap { start in
      lengths.filter { start + $0 <= scalars.count }.map { Window(scalars[start..<(start + $0)]) }
    }
  }

  private init(_ scalars: ArraySlice<Unicode.Scalar>) {
    // FNV-1a over scalars, its bits mixed as MurmurHash3 does.
    var hash = scalars.reduce(0x811c_9dc5) { (hash: UInt32, scalar) in (hash ^ scalar.value) &* 0x0100_0193 }
    hash = (hash ^ hash >> 16) &* 0x85eb_ca6b
    hash = (hash ^ hash >> 13) &* 0xc2b2_ae35
    self.hash = hash ^ hash >> 16
    length = scalars.count
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
