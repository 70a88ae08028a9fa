import Cataloging

extension Rule {
  static let repeatedSample = Rule(
    id: "repeated-sample",
    summary: "No text is a sample or counterexample twice.",
    reason: """
      A second sample shows another shape of the error: in a log, in a stack trace, of another version. The same text again shows nothing, \
      and one that is sample and counterexample at once contradicts itself. Blanks at the ends of lines do not count.
      """,
    bad: """
      samples:
        - text: "listen EADDRINUSE: address already in use :::3000"
        - text: "listen EADDRINUSE: address already in use :::3000 "
      """,
    good: """
      samples:
        - text: "listen EADDRINUSE: address already in use :::3000"
        - text: "[nodemon] Error: listen EADDRINUSE: address already in use :::8787"
      """,
    check: { material, rule in
      material.entries.flatMap { read in
        let texts =
          zip(read.entry.samples.map(\.bytes), read.writing.samples).map { ("sample", $0, $1) }
          + zip(read.entry.counterexamples.map(\.bytes), read.writing.counterexamples).map { ("counterexample", $0, $1) }
        var first: [[[UInt8]]: (kind: String, place: Place)] = [:]
        return texts.compactMap { kind, bytes, writing -> Finding? in
          // What is still to be written is found as that.
          guard writing.isSound, !bytes.starts(with: "TODO:".utf8) else { return nil }
          let place = material.place(writing.text)
          guard let other = first.updateValue((kind, place), forKey: lines(of: bytes)) else { return nil }
          return rule.finding(
            at: place, "this \(kind) is the \(other.kind) at \(other.place.path):\(other.place.line)",
            hint: "take one out, or show the error in another surrounding or version")
        }
      }
    })

  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map { line in
      Array(line.reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.reversed())
    }
    return lines.filter { !$0.isEmpty }
  }
}
