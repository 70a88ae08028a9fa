import Cataloging
import Decoding

extension Rule {
  static let crossFire = Rule(
    id: "cross-fire",
    summary: "A sample decodes to its own entry first.",
    reason: """
      All entries are tried on every sample, as `decode` tries them on every reader's text. When another entry comes first, readers with \
      this error are told of that one. The finding says which signature won, and why.

      Mended by a signature that says more of what its program prints: the longer match claims the text. An entry that only wraps \
      other errors has `role: wrapper`, one that reports an exit status `role: exit-status`; both stand behind causes.
      """,
    bad: """
      # node/eaddrinuse.md
      - match: "address already in use"
      # go/go-bind.md, whose sample "listen tcp :80: bind: address already in use" now decodes to eaddrinuse
      - match: "listen tcp {host}:{port}: bind"
      """,
    good: """
      # node/eaddrinuse.md
      - match: "listen EADDRINUSE: address already in use {host}:{port}"
      # go/go-bind.md
      - match: "listen tcp {host}:{port}: bind: address already in use"
      """,
    check: .entry { entry, rule in
      try entry.trials.samples.compactMap { trial in
        guard trial.isTelling, let first = trial.answers.first, !trial.isFirst, !trial.isWrapperWithCause else { return nil }
        let loss = try entry.trials.loss(of: trial)
        return rule.finding(
          at: entry.place(of: first, in: trial),
          "this sample decodes to '\(first.slug)' first, by its signature '\(first.signature)': \(loss.reason)", hint: loss.hint)
      }
    })
}
