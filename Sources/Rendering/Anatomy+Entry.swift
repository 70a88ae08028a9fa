import Cataloging
import Decoding

extension Anatomy {
  /// The anatomy of the line by which the entry's own signatures know its first sample; where none fits, of the sample's first
  /// line, without parts.
  ///
  /// - Returns: nil when the sample has no text.
  init?(of entry: Entry, indexed: IndexedEntry) {
    guard let sample = entry.samples.first else { return nil }
    // What an answer would print takes no part in finding it.
    var bare = indexed
    (bare.steps, bare.faq) = ([], [])
    let index = SearchIndex(site: IndexedSite(title: "", url: nil, content: ""), entries: [bare])
    if let evidence = try? ErrorDecoder(index).diagnose(sample.bytes).first?.evidence {
      let spans = evidence.spans.filter { $0.line == evidence.line }
      let starts = spans.map { $0.columns.lowerBound - 1 }
      let ends = spans.map { $0.columns.upperBound - 1 }
      self.init(
        line: evidence.text, match: (starts.min() ?? 0)..<(ends.max() ?? 0),
        captures: spans.compactMap { span in span.name.map { ($0, (span.columns.lowerBound - 1)..<(span.columns.upperBound - 1)) } },
        code: entry.code)
      return
    }
    let lines = String(decoding: sample.bytes, as: UTF8.self).split { $0.isNewline }
    guard let line = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    self.init(line: String(line), match: 0..<line.unicodeScalars.count, captures: [], code: entry.code)
  }
}
