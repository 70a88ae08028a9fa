import Cataloging

extension Rule {
  static let bareSample = Rule(
    id: "bare-sample",
    summary: "Some sample holds more than the signature's own text, or was captured.",
    reason: """
      A sample that is just the signature with values in it proves only that the signature matches itself. Real output has more around \
      it: a prefix, a stack, a line before. One such sample is enough, and so is one whose source begins with `captured with`.
      """,
    bad: """
      - text: "listen EADDRINUSE: address already in use :::3000"
        source: https://example.com/docs/errors
      """,
    good: """
      - text: |
          Error: listen EADDRINUSE: address already in use :::3000
              at Server.setupListenHandle [as _listen2] (node:net:1872:16)
        source: https://example.com/docs/errors
      """,
    check: .entry { entry, rule in
      let trials = entry.trials.samples
      guard let first = trials.first, trials.allSatisfy({ $0.isTelling && $0.isBare }) else { return [] }
      return [
        rule.finding(
          at: entry.place(first.writing.text), "no sample of this entry holds more than the text of a signature",
          hint: "add a sample with the lines around the error, or provoke it and begin the source with `captured with`")
      ]
    })
}

extension Trials.Trial {
  /// Whether the text is the signature's and nothing else, and nobody says to have captured it.
  fileprivate var isBare: Bool {
    guard let own, !entry.samples[number].source.lowercased().hasPrefix("captured with") else { return false }
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let length = lines.reduce(0) { $0 + $1.drop(while: isBlank).reversed().drop(while: isBlank).count }
    return length <= own.length
  }
}
