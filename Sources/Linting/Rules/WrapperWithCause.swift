import Cataloging
import Decoding

extension Rule {
  static let wrapperWithCause = Rule(
    id: "wrapper-with-cause",
    summary: "The sample of a wrapper or an exit status holds no cause.",
    reason: """
      A wrapper says that something else has failed: npm's ELIFECYCLE, CrashLoopBackOff. Where a text holds the cause too, the cause is \
      the answer, and the wrapper only shows the way to it. A sample of the wrapper is text in which nothing better can be found.
      """,
    bad: """
      role: wrapper
      samples:
        - text: |
            Error: listen EADDRINUSE: address already in use :::3000
            npm error code ELIFECYCLE
      """,
    good: """
      role: wrapper
      samples:
        - text: |
            npm error code ELIFECYCLE
            npm error errno 1
      """,
    check: .entry { entry, rule in
      entry.trials.samples.compactMap { trial in
        guard trial.isTelling, trial.isWrapperWithCause, let cause = trial.answers.first(where: { $0.role == .cause }) else { return nil }
        return rule.finding(
          at: entry.place(of: cause, in: trial), "this sample holds a cause: '\(cause.slug)', by its signature '\(cause.signature)'",
          hint: "cut the cause out of the sample, or make the sample one of that entry")
      }
    })
}

extension Trials.Trial {
  /// Whether its entry does not name a cause, and the text holds one.
  var isWrapperWithCause: Bool { entry.role != .cause && answers.contains { $0.role == .cause } }
}
