import Decoding

/// Whether one signature matches everything that another one matches.
///
/// The narrower signature is read as a text in which a hole, a choice or a gap is one unknown piece, and the wider one is matched against
/// that text: a literal takes the same scalars, a hole takes a hole of a type that it includes, or fixed text that it would take, a gap takes
/// anything. Every pair of places is decided once, so it costs O(n × m) in the scalars and elements of the two.
///
/// What it says is certain; it does not find every inclusion there is: a hole is not split, and two holes of one name must pair with
/// two of one name.
struct SignatureInclusion {
  /// A piece of the narrower signature's text.
  private enum Piece: Hashable {
    case scalar(Unicode.Scalar)
    case hole(SignatureHole, isQuoted: Bool)
    case choice([[Unicode.Scalar]])
    case gap
  }

  private let pieces: [Piece]
  private let wide: [Wide]

  /// A part of the wider signature; a literal's scalars are parts of their own.
  private enum Wide {
    case scalar(Unicode.Scalar)
    case hole(SignatureHole, isQuoted: Bool)
    case choice([[Unicode.Scalar]])
    case gap
  }

  /// - Returns: whether every line in which `narrow` matches holds a match of `wide` that is as long or longer.
  static func isIncluded(_ narrow: Signature, in wide: Signature) -> Bool {
    guard !wide.isAnchoredAtStart || narrow.isAnchoredAtStart, !wide.isAnchoredAtEnd || narrow.isAnchoredAtEnd else { return false }
    guard hasSameRepeats(narrow, wide) else { return false }
    var memo: [Int: Bool] = [:]
    return SignatureInclusion(narrow, wide).fits(0, 0, &memo)
  }

  /// Of several patterns in order: each in its counterpart.
  static func isIncluded(_ narrow: IndexedSignature, in wide: IndexedSignature) -> Bool {
    guard narrow.lines.count == wide.lines.count, Set(wide.unless).isSubset(of: narrow.unless) else { return false }
    return zip(narrow.lines, wide.lines).allSatisfy { isIncluded($0, in: $1) }
  }

  private init(_ narrow: Signature, _ wide: Signature) {
    pieces = narrow.elements.indices.flatMap { index -> [Piece] in
      switch narrow.elements[index] {
      case .literal(let scalars): scalars.map { .scalar(Self.folded($0)) }
      case .hole(let hole): [.hole(hole, isQuoted: Self.isQuoted(index, in: narrow))]
      case .choice(let alternatives): [.choice(alternatives.map { $0.map(Self.folded) })]
      case .gap: [.gap]
      }
    }
    self.wide = wide.elements.indices.flatMap { index -> [Wide] in
      switch wide.elements[index] {
      case .literal(let scalars): scalars.map { .scalar(Self.folded($0)) }
      case .hole(let hole): [.hole(hole, isQuoted: Self.isQuoted(index, in: wide))]
      case .choice(let alternatives): [.choice(alternatives.map { $0.map(Self.folded) })]
      case .gap: [.gap]
      }
    }
  }

  /// Any quote matches any other.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar { scalar.isQuote ? "'" : scalar }

  /// Whether a hole stands between quotes, where it takes whatever is there.
  private static func isQuoted(_ index: Int, in signature: Signature) -> Bool {
    guard case .hole(let hole) = signature.elements[index], index > 0, index + 1 < signature.elements.count,
      case .literal(let before) = signature.elements[index - 1], case .literal(let after) = signature.elements[index + 1]
    else { return false }
    switch hole.type {
    case .port, .int, .hex, .pid, .ip, .host, .rest: return false
    default: return before.last?.isQuote == true && after.first?.isQuote == true
    }
  }

  /// Names that stand twice ask for equal texts: then the two must have the same names, in the same order.
  private static func hasSameRepeats(_ narrow: Signature, _ wide: Signature) -> Bool {
    let names = wide.holes.map(\.name)
    guard Set(names).count < names.count else { return true }
    let number = { (names: [String]) in names.map { name in names.firstIndex(of: name) ?? 0 } }
    return number(names) == number(narrow.holes.map(\.name))
  }

  // MARK: Matching

  /// Whether the wider signature from an element on takes the text from a piece on, to the end of both.
  private func fits(_ piece: Int, _ element: Int, _ memo: inout [Int: Bool]) -> Bool {
    if element == wide.count { return piece == pieces.count }
    let key = piece * (wide.count + 1) + element
    if let known = memo[key] { return known }
    let result = ends(of: wide[element], from: piece).contains { fits($0, element + 1, &memo) }
    memo[key] = result
    return result
  }

  /// Where a part of the wider signature may end, as numbers of pieces.
  private func ends(of part: Wide, from start: Int) -> [Int] {
    switch part {
    case .scalar(let scalar): return start < pieces.count && pieces[start] == .scalar(scalar) ? [start + 1] : []
    case .gap: return Array(start...pieces.count)
    case .choice(let alternatives):
      if start < pieces.count, case .choice(let narrow) = pieces[start], Set(narrow).isSubset(of: alternatives) { return [start + 1] }
      return alternatives.compactMap { alternative in
        let end = start + alternative.count
        return end <= pieces.count && zip(pieces[start..<end], alternative).allSatisfy { $0 == .scalar($1) } ? end : nil
      }
    case .hole(let hole, let isQuoted): return ends(of: hole, isQuoted: isQuoted, from: start)
    }
  }

  private func ends(of hole: SignatureHole, isQuoted: Bool, from start: Int) -> [Int] {
    guard start < pieces.count else { return [] }
    if hole.type == .rest { return [pieces.count] }
    if case .hole(let narrow, let isNarrowQuoted) = pieces[start] {
      let isAnything =
        isQuoted && isNarrowQuoted && (hole.type != .path || narrow.type == .path) && (hole.type != .url || narrow.type == .url)
      let isSame =
        isQuoted == isNarrowQuoted && hole.type.includes(narrow.type) && (!isLast(start) || mayGoOn(hole.type, over: narrow.type))
      return isAnything || isSame ? [start + 1] : []
    }
    // A run of fixed text; what would go on behind it is taken too, so it must end where the hole's alphabet does.
    var text: [Unicode.Scalar] = []
    for piece in pieces[start...] {
      guard case .scalar(let scalar) = piece, isQuoted ? scalar != "'" : hole.type.allows(scalar) || (text.isEmpty && scalar == "-") else {
        break
      }
      text.append(scalar)
    }
    let end = start + text.count
    guard end < pieces.count ? isFixed(pieces[end]) : mayGoOn(hole.type, over: nil) else { return [] }
    let isTaken = isQuoted ? !text.isEmpty && hole.type.isValid(String(String.UnicodeScalarView(text))) : hole.type.takes(text)
    return isTaken ? [end] : []
  }

  private func isLast(_ piece: Int) -> Bool { piece + 1 == pieces.count }

  /// Whether a hole at the end, which takes what a line goes on with, has a good value whatever that is.
  private func mayGoOn(_ wide: HoleType, over narrow: HoleType?) -> Bool {
    switch wide {
    case .path, .hex, .host, .ip, .url: wide == narrow
    default: true
    }
  }

  private func isFixed(_ piece: Piece) -> Bool { if case .scalar = piece { true } else { false } }
}
