import Decoding

/// Signatures that stand twice in the content: no text could tell their entries apart.
enum SignatureRepeats {
  /// What makes two signatures the same, however they are written: case, blanks and quotes do not count.
  private struct Key: Hashable {
    struct Line: Hashable {
      let elements: [SignatureElement]
      let isAnchoredAtStart: Bool
      let isAnchoredAtEnd: Bool

      init(_ signature: Signature) {
        elements = signature.elements
        isAnchoredAtStart = signature.isAnchoredAtStart
        isAnchoredAtEnd = signature.isAnchoredAtEnd
      }
    }

    let lines: [Line]
    let unless: Set<Line>

    init(_ signature: IndexedSignature) {
      lines = signature.lines.map(Line.init)
      unless = Set(signature.unless.map(Line.init))
    }
  }

  static func findings(_ parsed: [ParsedEntry]) -> [Finding] {
    var first: [Key: Place] = [:]
    return parsed.flatMap { entry in
      zip(entry.result.signatures, entry.result.signaturePlaces).compactMap { signature, place in
        let key = Key(signature)
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
