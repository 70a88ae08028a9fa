#if canImport(Decoding)
  @testable import Decoding
#endif

/// A text in parts, read in blocks: the answer is that of the text at once, its JSON is JSON, its proof stands in the text.
enum DecoderTarget {
  static func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let isLog = input.number(below: 2) == 1
    let (part, block, tail) = (1 + input.number(below: 256), 1 + input.number(below: 256), input.number(below: 256))
    let text = Array(input.rest)
    // A text of many lines with as many bytes each is all the blocks need.
    let limit = isLog ? 0 : DecodingSession.pasteLimit
    let whole = try answer(to: text, part: text.count + 1, block: .max, pasteLimit: limit, tail: tail)
    try require(whole == answer(to: text, part: part, block: block, pasteLimit: limit, tail: tail), "the answer depends on the parts")
    let json = whole.json(siteURL: nil, given: ["port": "80"]).bytes
    var scanner = JSONScanner(json)
    try scanner.skip()
    try scanner.finish()
    for diagnosis in whole.diagnoses { try check(diagnosis, in: text) }
  }

  private static func answer(to text: [UInt8], part: Int, block: Int, pasteLimit: Int, tail: Int) throws -> Answer {
    var session = DecodingSession(FuzzIndex.matcher, blockSize: block, pasteLimit: pasteLimit, tail: tail)
    var rest = text[...]
    while !rest.isEmpty {
      try session.append(rest.prefix(part))
      rest = rest.dropFirst(part)
    }
    return try FuzzIndex.decoder.finish(&session)
  }

  private static func check(_ diagnosis: Diagnosis, in text: [UInt8]) throws {
    guard let proof = diagnosis.evidence else { throw FuzzFailure(description: "a diagnosis without proof") }
    let decoded = NormalizerTarget.decoded(text[...], by: text.count + 1)
    let lines = decoded.split(separator: 0x0A, omittingEmptySubsequences: false)
    try require(proof.line >= 1 && proof.line <= lines.count && proof.occurrences >= 1, "the proof's line is in the text")
    let end = proof.textColumn + proof.text.unicodeScalars.count
    try require(proof.column >= proof.textColumn && proof.column < end, "the proof's column is in its line")
    for span in proof.spans {
      try require(span.line >= 1 && span.line <= lines.count && span.columns.lowerBound >= 1, "a span is in the text")
      if span.line == proof.line { try require(span.columns.upperBound <= end, "a span is in its line") }
    }
  }
}
