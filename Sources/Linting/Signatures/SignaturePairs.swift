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
    let entry: Int
    let number: Int
    let signature: IndexedSignature
    let weight: Int
    /// Every four neighbouring letters or digits of the literals, the first letter highest; each once, rising.
    let grams: [UInt32]
  }

  private struct Key: Hashable {
    let weight: Int
    /// Nil for a signature without four letters in a row.
    let gram: UInt32?
  }

  /// Those that stand twice are left out: they have a rule of their own.
  static func all(in entries: [ReadEntry], perform: DecodingSession.Performer? = nil) -> [Pair] {
    let known = Portions.map(Array(entries.indices), perform: perform) { entry -> [Known] in
      let read = entries[entry]
      return read.writing.signatures.count == read.entry.signatures.count
        ? read.entry.signatures.enumerated().map { number, signature in
          Known(entry: entry, number: number, signature: signature, weight: signature.weight, grams: grams(of: signature))
        } : []
    }.flatMap(\.self)
    var counts: [UInt32: Int] = [:]
    for signature in known { for gram in signature.grams { counts[gram, default: 0] += 1 } }
    let frequency = counts
    let keys = Portions.map(known, perform: perform) { wide in
      let rarest = wide.grams.map { (count: frequency[$0] ?? 0, gram: $0) }.min { $0 < $1 }
      return Key(weight: wide.weight, gram: rarest?.gram)
    }
    let table = Dictionary(grouping: keys.indices) { keys[$0] }
    return Portions.map(Array(known.indices), perform: perform) { index -> [Pair] in
      let narrow = known[index]
      var candidates = table[Key(weight: narrow.weight, gram: nil)] ?? []
      for gram in narrow.grams { candidates += table[Key(weight: narrow.weight, gram: gram)] ?? [] }
      return candidates.sorted().compactMap { other in
        other == index ? nil : pair(known, narrow: index, wide: other, in: entries)
      }
    }.flatMap(\.self)
  }

  private static func pair(_ known: [Known], narrow: Int, wide: Int, in entries: [ReadEntry]) -> Pair? {
    let (left, right) = (known[narrow], known[wide])
    guard !isWrittenAlike(left.signature, right.signature) else { return nil }
    guard SignatureInclusion.isIncluded(left.signature, in: right.signature) else { return nil }
    let isMutual = SignatureInclusion.isIncluded(right.signature, in: left.signature)
    // Of two that say the same, the later one is complained of.
    guard !isMutual || wide < narrow else { return nil }
    return Pair(narrow: (entries[left.entry], left.number), wide: (entries[right.entry], right.number), isMutual: isMutual)
  }

  private static func isWrittenAlike(_ left: IndexedSignature, _ right: IndexedSignature) -> Bool {
    left.lines.map(\.elements) == right.lines.map(\.elements)
      && zip(left.lines, right.lines).allSatisfy {
        $0.isAnchoredAtStart == $1.isAnchoredAtStart && $0.isAnchoredAtEnd == $1.isAnchoredAtEnd
      }
  }

  private static func grams(of signature: IndexedSignature) -> [UInt32] {
    var grams: [UInt32] = []
    for line in signature.lines {
      for case .literal(let scalars) in line.elements {
        var (gram, length) = (UInt32(0), 0)
        for scalar in scalars {
          length = scalar.isWordScalar ? length + 1 : 0
          gram = gram << 8 | scalar.value & 0xFF
          if length >= 4 { grams.append(gram) }
        }
      }
    }
    grams.sort()
    return grams.indices.filter { $0 == 0 || grams[$0] != grams[$0 - 1] }.map { grams[$0] }
  }
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
