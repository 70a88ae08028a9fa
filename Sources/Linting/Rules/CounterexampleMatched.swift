import Cataloging

extension Rule {
  static let counterexampleMatched = Rule(
    id: "counterexample-matched",
    summary: "A counterexample does not decode to its entry, neither first nor later.",
    reason: """
      A counterexample is raw text that looks like the error and is not. When a signature fires on it all the same, readers of healthy logs \
      are told of an error they do not have.
      """,
    bad: """
      signatures:
        - match: "address already in use"
      counterexamples:
        - text: "retrying: address already in use, took port 3001"
      """,
    good: """
      signatures:
        - match: "listen EADDRINUSE: address already in use {host}:{port}"
      counterexamples:
        - text: "retrying: address already in use, took port 3001"
      """,
    check: .entry { entry, rule in
      entry.trials.counterexamples.compactMap { trial in
        guard let answer = trial.own else { return nil }
        return rule.finding(
          at: entry.place(of: answer, in: trial), "the signature '\(answer.signature)' matches this counterexample",
          hint: "say more in the signature, or give it an `unless`; if this is the error after all, make it a sample")
      }
    })
}
