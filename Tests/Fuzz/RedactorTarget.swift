#if canImport(Decoding)
  @testable import Decoding
#endif

/// Any text with secrets: where they stand, and the text without them.
enum RedactorTarget {
  static func run(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    let ranges = Redactor.secretRanges(in: scalars)
    try require(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= scalars.count }, "a secret leaves the text")
    try require(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "secrets stand apart")
    let redacted = Redactor.redacted(text)
    let hidden = ranges.reduce(0) { $0 + $1.count }
    let added = ranges.count * Redactor.replacement.unicodeScalars.count
    try require(redacted.unicodeScalars.count == scalars.count - hidden + added, "everything else is kept")
    _ = Redactor.secrets(in: redacted)
  }
}
