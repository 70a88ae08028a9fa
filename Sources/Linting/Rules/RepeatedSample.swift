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
    check: .entry { entry, rule in
      let trials = entry.trials.samples.map { ("sample", $0) } + entry.trials.counterexamples.map { ("counterexample", $0) }
      var first: [[UInt8]: (kind: String, text: WrittenText)] = [:]
      return trials.compactMap { kind, trial -> Finding? in
        // What is still to be written is found as that.
        guard trial.writing.isSound, !trial.bytes.starts(with: "TODO:".utf8) else { return nil }
        guard let other = first.updateValue((kind, trial.writing.text), forKey: lines(of: trial.bytes)) else { return nil }
        let place = entry.place(other.text)
        return rule.finding(
          at: entry.place(trial.writing.text), "this \(kind) is the \(other.kind) at \(place.path):\(place.line)",
          hint: "take one out, or show the error in another surrounding or version")
      }
    })

  /// The lines that hold something, without blanks at their ends.
  private static func lines(of bytes: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count + 1)
    var start = 0
    for byte in bytes + [0x0A] {
      guard byte == 0x0A else {
        lines.append(byte)
        continue
      }
      while lines.count > start, let last = lines.last, last == 0x20 || last == 0x09 || last == 0x0D { lines.removeLast() }
      if lines.count > start { lines.append(byte) }
      start = lines.count
    }
    return lines
  }
}
