import Cataloging
import Decoding

extension Rule {
  static let sampleNotDecoded = Rule(
    id: "sample-not-decoded",
    summary: "A sample decodes to something.",
    reason: """
      A sample is the proof that an entry is found by those who have its error. When no signature matches it, a signature says more than \
      the program prints, or the sample is another wording, which wants a signature of its own.
      """,
    bad: """
      signatures:
        - match: "listen EADDRINUSE: address already in use {host}:{port}"
      samples:
        - text: "Error: listen EADDRINUSE :::3000"
      """,
    good: """
      signatures:
        - match: "listen EADDRINUSE: address already in use {host}:{port}"
        - match: "listen EADDRINUSE {host}:{port}"
      samples:
        - text: "Error: listen EADDRINUSE :::3000"
      """,
    check: .entry { entry, rule in
      try entry.trials.samples.compactMap { trial in
        guard trial.isTelling, trial.answers.isEmpty else { return nil }
        let loss = try entry.trials.loss(of: trial)
        let place = loss.reach.map { entry.place(in: trial, line: $0.line, column: $0.column) } ?? entry.place(trial.writing.text)
        return rule.finding(
          at: place, "this sample decodes to nothing: \(loss.reason)", hint: loss.hint)
      }
    })
}
