import Cataloging

extension Material {
  /// A text that is published, and where each part of it stands.
  struct PublishedText {
    let scalars: [Unicode.Scalar]
    let place: (Range<Int>) -> Place
  }

  /// What of an entry is published: its summary, samples and counterexamples as they are, and its body as it is written.
  func texts(of read: ReadEntry) -> [PublishedText] {
    let samples =
      Array(zip(read.entry.samples.map(\.bytes), read.writing.samples))
      + zip(read.entry.counterexamples.map(\.bytes), read.writing.counterexamples)
    let raw = samples.map { bytes, writing in text(String(decoding: bytes, as: UTF8.self), written: writing.text) }
    let summary = read.writing.summary.map { [text(read.entry.summary, written: $0)] } ?? []
    return summary + raw + (body(of: read).map { [$0] } ?? [])
  }

  /// Findings about parts of what is published, each part once.
  func findings(inTextsBy find: (PublishedText) -> [Finding]) -> [Finding] {
    entries.flatMap { read in texts(of: read).flatMap(find) }
  }

  private func text(_ text: String, written: WrittenText) -> PublishedText {
    PublishedText(scalars: Array(text.unicodeScalars)) { place(written, $0) }
  }

  /// From the line behind the front matter on.
  private func body(of read: ReadEntry) -> PublishedText? {
    guard let source = source(read.entry.path) else { return nil }
    let isFence = { (line: Int) in source.text(source.range(ofLine: line)) == "---" }
    guard source.lineCount > 1, let end = (2...source.lineCount).first(where: isFence) else { return nil }
    let start = source.start(ofLine: end + 1)
    return PublishedText(scalars: Array(source.scalars[start...])) { source.place(of: ($0.lowerBound + start)..<($0.upperBound + start)) }
  }
}
