import Decoding

/// Signatures that stand twice in the content: no text could tell their entries apart.
enum SignatureRepeats {
  /// What makes two signatures the same, however they are written: case, blanks and quotes do not count.
  static func key(of signature: IndexedSignature) -> Digest {
    var digester = Digester()
    for line in signature.lines { digester.add(key(of: line)) }
    // In whatever order they stand, and however often.
    let unless = Set(signature.unless.map(key)).sorted { ($0.high, $0.low) < ($1.high, $1.low) }
    digester.add(unless.count)
    for line in unless { digester.add(line) }
    return digester.digest
  }

  private static func key(of line: Signature) -> Digest {
    var digester = Digester()
    digester.add((line.isAnchoredAtStart ? 1 : 0) + (line.isAnchoredAtEnd ? 2 : 0))
    for element in line.elements {
      switch element {
      case .literal(let scalars):
        digester.add(1)
        digester.add(String(scalars: scalars))
      case .choice(let alternatives):
        digester.add(2 + alternatives.count)
        for alternative in alternatives { digester.add(String(scalars: alternative)) }
      case .hole(let hole):
        digester.add(hole.name)
        digester.add(hole.type.rawValue)
      case .gap: digester.add(0)
      }
    }
    return digester.digest
  }

  static func findings(_ parsed: [ParsedEntry]) -> [Finding] {
    var first: [Digest: Place] = [:]
    first.reserveCapacity(parsed.count * 2)
    return parsed.flatMap { entry in
      zip(entry.signatureKeys, entry.result.signaturePlaces).compactMap { key, place in
        guard let other = first[key] else {
          first[key] = place
          return nil
        }
        return Finding(
          .duplicateSignature, place: place, message: "this signature stands at \(other.path):\(other.line) too",
          hint: "keep one, or add what tells the two errors apart")
      }
    }
  }
}
