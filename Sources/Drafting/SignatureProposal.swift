package import Decoding

/// A signature made of a line: what varies in it are holes.
package struct SignatureProposal: Sendable, Equatable {
  package let signature: Signature
  /// Whether it is the whole line, from its prefixes on.
  package let isWhole: Bool

  /// Longer lines end at a pause before.
  private static let longest = 160

  /// The proposals for a line, the best first; each is a signature that matches the line. Empty when the line says too little.
  ///
  /// The first takes the line from its last start mark on, so without times, names of containers and `Error:`. When an error's class
  /// stands before the message, a second goes without it: other programs print the message behind other names.
  package static func proposals(for line: NormalizedLine) -> [SignatureProposal] {
    let message = Message.range(in: line)
    let start = message.lowerBound
    var end = message.upperBound
    if end - start > longest { end = pause(in: line.scalars, start..<(start + longest)) }
    var proposals: [SignatureProposal] = []
    for (from, isWhole) in [(start, true)] + (Message.behindClass(in: line.scalars, start..<end).map { [($0, false)] } ?? []) {
      guard let signature = signature(of: Array(line.scalars[from..<end]), matching: line.scalars) else { continue }
      // What says too little alone fits in too much text.
      let saysEnough = signature.weight >= 12 && line.scalars[from..<end].contains(" ")
      guard isWhole || saysEnough, !proposals.contains(where: { $0.signature == signature }) else { continue }
      proposals.append(SignatureProposal(signature: signature, isWhole: isWhole))
    }
    return proposals
  }

  /// The last end of a sentence or of a part of it, else of a word.
  private static func pause(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    let isPause = { (position: Int) in
      position > range.lowerBound + 40 && scalars[position] == " " && ".;,:".unicodeScalars.contains(scalars[position - 1])
    }
    let position = range.last(where: isPause) ?? range.last { scalars[$0] == " " } ?? range.upperBound
    let end = position - (position > 0 && ".;,:".unicodeScalars.contains(scalars[position - 1]) ? 1 : 0)
    // A bracket that is not closed before the end stays out.
    let open = scalars[range.lowerBound..<end].lastIndex(of: "(")
    if let open, open > range.lowerBound + 20, !scalars[open..<end].contains(")") { return open - 1 }
    return end
  }

  /// Every hole that is found, or as many as leave a signature that matches: the last are given up first.
  private static func signature(of scalars: [Unicode.Scalar], matching line: [Unicode.Scalar]) -> Signature? {
    var holes = HoleFinder(scalars).holes.filter { !$0.range.isEmpty || $0.type == .host }
    while true {
      if let signature = try? Signature(source(of: scalars, holes: holes)), matches(signature, line) { return signature }
      if holes.popLast() == nil { return nil }
    }
  }

  private static func matches(_ signature: Signature, _ line: [Unicode.Scalar]) -> Bool {
    let text = String(String.UnicodeScalarView(line))
    return (try? Probe([signature]).decoder.diagnose(Array(text.utf8)).isEmpty) == false
  }

  private static func source(of scalars: [Unicode.Scalar], holes: [HoleFinder.Hole]) -> String {
    var source = String.UnicodeScalarView()
    var position = 0
    var values: [String: [Unicode.Scalar]] = [:]
    for hole in holes {
      guard hole.range.lowerBound > position || position == 0 else { continue }
      source.append(contentsOf: literal(scalars[position..<hole.range.lowerBound], isFirst: position == 0))
      let value = Array(scalars[hole.range])
      var (name, number) = (hole.name, 1)
      // A name that stands twice captures equal text.
      while let other = values[name], other != value {
        number += 1
        name = "\(hole.name)\(number)"
      }
      values[name] = value
      source.append(contentsOf: (name == hole.type.rawValue ? "{\(name)}" : "{\(name):\(hole.type.rawValue)}").unicodeScalars)
      position = hole.range.upperBound
    }
    source.append(contentsOf: literal(scalars[position...], isFirst: position == 0, isLast: true))
    return String(source)
  }

  /// With braces doubled, and what would anchor written as a character.
  private static func literal(_ scalars: ArraySlice<Unicode.Scalar>, isFirst: Bool, isLast: Bool = false) -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    for (offset, scalar) in scalars.enumerated() {
      switch scalar {
      case "{", "}": text.append(contentsOf: [scalar, scalar])
      case "^" where isFirst && offset == 0: text.append(contentsOf: "{^}".unicodeScalars)
      case "$" where isLast && offset == scalars.count - 1: text.append(contentsOf: "{$}".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return text
  }
}
