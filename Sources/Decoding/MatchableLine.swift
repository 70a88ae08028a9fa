/// Text that a signature is compared with: a line, or lines read as one.
struct MatchableLine {
  /// A part of the text that comes from one line.
  struct Piece {
    /// The line's index in its document, and where in the line the piece begins.
    let line: Int
    let offset: Int
    /// Where the piece stands in the text.
    let range: Range<Int>
  }

  let scalars: [Unicode.Scalar]
  let startMarks: [Int]
  /// Where the second line begins when two are joined that a tool may have parted. Only a literal may reach over it.
  let joint: Int?
  /// Whether the second line's beginning, a word or more of prefix, is left out: then it tells nothing of what is broken.
  private(set) var isPrefixLeftOut = false
  /// In order, without gaps.
  let pieces: [Piece]
  /// For each blank, where its run ends: a run is measured once, however often a literal begins or ends in it.
  let blankEnds: [Int32]
  /// Behind the last scalar that is no blank.
  let contentEnd: Int

  init(_ line: NormalizedLine, at index: Int) {
    self.init(
      line.scalars, startMarks: line.startMarks, joint: nil, pieces: [Piece(line: index, offset: 0, range: line.scalars.indices)])
  }

  private init(_ scalars: [Unicode.Scalar], startMarks: [Int], joint: Int?, pieces: [Piece]) {
    self.scalars = scalars
    self.startMarks = startMarks
    self.joint = joint
    self.pieces = pieces
    var blankEnds = [Int32](repeating: 0, count: scalars.count)
    var runEnd = scalars.count
    for index in scalars.indices.reversed() {
      if scalars[index] == " " { blankEnds[index] = Int32(runEnd) } else { runEnd = index }
    }
    self.blankEnds = blankEnds
    contentEnd = (scalars.lastIndex { $0 != " " } ?? -1) + 1
  }

  /// The line at an index without its blanks at the end, and the next from its last start mark on.
  init(joiningLineAfter index: Int, in lines: [NormalizedLine]) {
    let end = lines[index].contentEnd
    let mark = lines[index + 1].startMarks.last ?? 0
    let scalars = Array(lines[index].scalars[..<end]) + lines[index + 1].scalars[mark...]
    self.init(
      scalars, startMarks: lines[index].startMarks.filter { $0 < end }, joint: end,
      pieces: [Piece(line: index, offset: 0, range: 0..<end), Piece(line: index + 1, offset: mark, range: end..<scalars.count)])
    isPrefixLeftOut = lines[index + 1].scalars[..<mark].contains(where: \.isWordScalar)
  }

  /// Lines that a terminal made of one.
  init(unwrapping group: Range<Int>, in lines: [NormalizedLine]) {
    var scalars: [Unicode.Scalar] = []
    var pieces: [Piece] = []
    for index in group {
      let start = scalars.count
      scalars += lines[index].scalars
      pieces.append(Piece(line: index, offset: 0, range: start..<scalars.count))
    }
    self.init(scalars, startMarks: lines[group.lowerBound].startMarks, joint: nil, pieces: pieces)
  }

  /// As bytes that a scan can search.
  var foldedBytes: [UInt8] { scalars.foldedBytes }

  /// The parts of the lines that a range of the text comes from, in order; one, at least.
  func parts(of range: Range<Int>) -> [(line: Int, range: Range<Int>)] {
    let parts = pieces.compactMap { piece -> (line: Int, range: Range<Int>)? in
      let part = range.clamped(to: piece.range)
      guard !part.isEmpty else { return nil }
      let shift = piece.offset - piece.range.lowerBound
      return (piece.line, (part.lowerBound + shift)..<(part.upperBound + shift))
    }
    guard parts.isEmpty else { return parts }
    // An empty range, as of a host that is not there, stands in the piece that it begins in.
    let piece = pieces.last { $0.range.lowerBound <= range.lowerBound } ?? pieces[0]
    let offset = range.lowerBound - piece.range.lowerBound + piece.offset
    return [(piece.line, offset..<offset)]
  }
}
