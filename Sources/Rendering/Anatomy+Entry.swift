import Cataloging

extension Anatomy {
  /// The anatomy of the line that an entry is known by: the first of its first sample.
  ///
  /// - Returns: nil when the sample has no text.
  init?(of entry: Entry) {
    guard let sample = entry.samples.first else { return nil }
    let lines = String(decoding: sample.bytes, as: UTF8.self).split { $0.isNewline }
    guard let line = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    self.init(line: String(line), match: 0..<line.unicodeScalars.count, captures: [], code: entry.code)
  }
}
