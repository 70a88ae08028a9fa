import Cataloging
import Decoding

/// A text that is published.
struct PublishedText {
  enum Origin {
    /// A value of an entry, or a file that it names.
    case value(WrittenText)
    /// An entry's file from a line on.
    case body(line: Int)
  }

  /// A secret or an e-mail address.
  struct Secret {
    let text: PublishedText
    /// In Unicode scalars from the text's start.
    let range: Range<Int>
    let value: ArraySlice<Unicode.Scalar>
  }

  let origin: Origin
  /// Perhaps not UTF-8.
  let bytes: ArraySlice<UInt8>

  /// What of an entry is published: its summary, samples and counterexamples as they are, and its body as it is written.
  static func all(of read: ReadEntry, file: SourceFile?) -> [PublishedText] {
    var texts: [PublishedText] = []
    if let summary = read.writing.summary {
      texts.append(PublishedText(origin: .value(summary), bytes: Array(read.entry.summary.utf8)[...]))
    }
    for (sample, writing) in zip(read.entry.samples, read.writing.samples) {
      texts.append(PublishedText(origin: .value(writing.text), bytes: sample.bytes[...]))
    }
    for (counterexample, writing) in zip(read.entry.counterexamples, read.writing.counterexamples) {
      texts.append(PublishedText(origin: .value(writing.text), bytes: counterexample.bytes[...]))
    }
    if let file, let body = body(of: file) { texts.append(body) }
    return texts
  }

  /// From the line behind the front matter on; nil when there is none.
  private static func body(of file: SourceFile) -> PublishedText? {
    let bytes = file.bytes
    var line = 1
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      start = end + 1
      guard bytes[start...].starts(with: "---".utf8) else { continue }
      let rest = bytes[(start + 3)...]
      if rest.isEmpty { return PublishedText(origin: .body(line: line + 1), bytes: rest) }
      for lineEnd in ["\n", "\r\n"] where rest.starts(with: lineEnd.utf8) {
        return PublishedText(origin: .body(line: line + 1), bytes: rest.dropFirst(lineEnd.utf8.count))
      }
    }
    return nil
  }

  /// Where secrets and e-mail addresses stand. Most texts hold none and are not read closely.
  var secrets: [Secret] {
    guard bytes.withUnsafeBufferPointer(Redactor.mayHoldSecret) else { return [] }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    return Redactor.secretRanges(in: scalars).map { Secret(text: self, range: $0, value: scalars[$0]) }
  }

  /// Where addresses of machines on the public internet stand, in Unicode scalars from the text's start.
  var publicAddresses: [(range: Range<Int>, isIPv6: Bool)] {
    bytes.withUnsafeBufferPointer(AddressScanner.publicAddresses).map { range in
      let start = String(decoding: bytes.prefix(range.lowerBound), as: UTF8.self).unicodeScalars.count
      let address = bytes.dropFirst(range.lowerBound).prefix(range.count)
      return (start..<(start + range.count), address.contains(UInt8(ascii: ":")))
    }
  }
}
