import Cataloging
import Decoding

/// Pairs of signatures of which one says nothing that the other does not say as well.
///
/// A signature is compared only with those of the same weight that have their rarest four letters in a literal of it: near to none, so that
/// ten thousand entries cost little more than one look at each. Two of different weight can be told apart: the heavier one goes first.
struct SignaturePairs {
  struct Pair: Sendable {
    let narrow: (read: ReadEntry, number: Int)
    /// Matches whatever `narrow` does, at the same weight.
    let wide: (read: ReadEntry, number: Int)
    /// Whether the two match the same texts.
    let isMutual: Bool
  }

  private struct Known {
    let read: ReadEntry
    let number: Int
    let signature: IndexedSignature
    let grams: Set<[Unicode.Scalar]>
  }

  private struct Key: Hashable {
    let weight: Int
    /// Nil for a signature without four letters in a row.
    let gram: [Unicode.Scalar]?
  }

  /// Those that stand twice are left out: they have a rule of their own.
  static func all(in entries: [ReadEntry]) -> [Pair] {
    var known: [Known] = []
    for read in entries where read.writing.signatures.count == read.entry.signatures.count {
      for (number, signature) in read.entry.signatures.enumerated() {
        known.append(Known(read: read, number: number, signature: signature, grams: grams(of: signature)))
      }
    }
    var counts: [[Unicode.Scalar]: Int] = [:]
    for gram in known.flatMap(\.grams) { counts[gram, default: 0] += 1 }
    var buckets: [Key: [Int]] = [:]
    for (index, wide) in known.enumerated() {
      let rarest = wide.grams.min { (counts[$0] ?? 0, text($0)) < (counts[$1] ?? 0, text($1)) }
      buckets[Key(weight: wide.signature.weight, gram: rarest), default: []].append(index)
    }
    return known.indices.flatMap { index -> [Pair] in
      let narrow = known[index]
      let keys = narrow.grams.map { Optional($0) } + [nil]
      let candidates = keys.flatMap { buckets[Key(weight: narrow.signature.weight, gram: $0)] ?? [] }
      return candidates.sorted().compactMap { other in pair(known, narrow: index, wide: other) }
    }
  }

  private static func pair(_ known: [Known], narrow: Int, wide: Int) -> Pair? {
    let (left, right) = (known[narrow], known[wide])
    guard narrow != wide, !isWrittenAlike(left.signature, right.signature) else { return nil }
    guard SignatureInclusion.isIncluded(left.signature, in: right.signature) else { return nil }
    let isMutual = SignatureInclusion.isIncluded(right.signature, in: left.signature)
    // Of two that say the same, the later one is complained of.
    guard !isMutual || wide < narrow else { return nil }
    return Pair(narrow: (left.read, left.number), wide: (right.read, right.number), isMutual: isMutual)
  }

  private static func isWrittenAlike(_ left: IndexedSignature, _ right: IndexedSignature) -> Bool {
    left.lines.map(\.elements) == right.lines.map(\.elements)
      && zip(left.lines, right.lines).allSatisfy {
        $0.isAnchoredAtStart == $1.isAnchoredAtStart && $0.isAnchoredAtEnd == $1.isAnchoredAtEnd
      }
  }

  /// Every four neighbouring letters or digits of the literals.
  private static func grams(of signature: IndexedSignature) -> Set<[Unicode.Scalar]> {
    var grams: Set<[Unicode.Scalar]> = []
    for case .literal(let scalars) in signature.lines.flatMap(\.elements) where scalars.count >= 4 {
      for start in 0...(scalars.count - 4) {
        let gram = scalars[start..<(start + 4)]
        if gram.allSatisfy(\.isWordScalar) { grams.insert(Array(gram)) }
      }
    }
    return grams
  }

  private static func text(_ gram: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(gram)) }
}

extension Material {
  /// A finding for each pair of signatures, at the one that says nothing of its own.
  func findings(_ rule: Rule, ofPairsWhere isMeant: (SignaturePairs.Pair) -> Bool, hint: String) -> [Finding] {
    signaturePairs.filter(isMeant).compactMap { pair in
      guard let written = pair.narrow.read.writing.signatures[pair.narrow.number].lines.first else { return nil }
      let other = pair.wide.read.entry.signaturePlaces[pair.wide.number]
      let texts = pair.isMutual ? "matches the same texts as" : "matches nothing but what also matches"
      return rule.finding(
        at: place(written), "this signature \(texts) the one at \(other.path):\(other.line), at the same weight", hint: hint)
    }
  }
}
