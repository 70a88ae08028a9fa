import Cataloging

extension Rule {
  static let notOnly = Rule(
    id: "not-only",
    summary: "A sample that says `only: true` decodes to its entry alone.",
    reason: """
      Further answers are usual: a text often holds a cause and what wraps it. A sample that says `only: true` promises that this one \
      does not, and guards its entry against signatures of others that would fire beside it.
      """,
    bad: """
      samples:
        - text: |
            Error: listen EADDRINUSE: address already in use :::3000
            npm error code ELIFECYCLE
          only: true
      """,
    good: """
      samples:
        - text: "Error: listen EADDRINUSE: address already in use :::3000"
          only: true
      """,
    check: .entry { entry, rule in
      entry.trials.samples.flatMap { trial -> [Finding] in
        guard entry.read.entry.samples[trial.number].isOnly, trial.isTelling, trial.isFirst else { return [] }
        return trial.answers.dropFirst().map { answer in
          rule.finding(
            at: entry.place(of: answer, in: trial),
            "this sample is to decode to its entry alone, and '\(answer.slug)' is in the answer too, by its signature '\(answer.signature)'",
            hint: "cut the sample, or take `only` out when both are true")
        }
      }
    })
}
