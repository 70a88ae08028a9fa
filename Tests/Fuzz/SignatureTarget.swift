#if canImport(Decoding)
  @testable import Decoding
#endif

/// Any text as a signature: read, or refused with a place in it.
enum SignatureTarget {
  static func run(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      try check(Signature(text))
    } catch let failure as SignatureFailure {
      try require(!failure.message.isEmpty && failure.length >= 1, "a failure says what is wrong")
      try require((0...text.unicodeScalars.count).contains(failure.offset), "a failure's place is in the text")
    }
  }

  private static func check(_ signature: Signature) throws {
    try require(!signature.elements.isEmpty && signature.weight >= 0, "a signature has parts")
    try require(signature.holes.allSatisfy { CaptureName.isName($0.name) }, "holes have names")
    for literal in signature.literals {
      try require(literal.allSatisfy { $0.folded == $0 && !$0.isControl }, "literals are folded")
      try require(Joint.breaks(in: literal, isLast: false).allSatisfy { $0.index > 0 }, "a literal breaks behind its beginning")
    }
    for gram in GramChooser([signature]).grams(of: signature) {
      try require(gram.offset + Gram.length <= gram.literal.count, "a gram stands in its literal")
    }
  }
}
