import Cataloging

extension Rule {
  static let wrongCaptures = Rule(
    id: "wrong-captures",
    summary: "A sample's captures are what its entry takes from the text.",
    reason: """
      Captures fill the commands that readers run. A sample lists all of them, as printed, so that a change of a signature, of a type or \
      of the engine that moves one by a letter is seen.
      """,
    bad: """
      - text: "Error: listen EADDRINUSE: address already in use :::3000"
        captures: { port: "3000" }
      """,
    good: """
      - text: "Error: listen EADDRINUSE: address already in use :::3000"
        captures: { host: "::", port: "3000" }
      """,
    check: .entry { entry, rule in
      entry.trials.samples.flatMap { trial -> [Finding] in
        guard trial.isTelling, let answer = trial.answers.first, trial.isFirst else { return [] }
        let wanted = entry.read.entry.samples[trial.number].captures
        return Set(wanted.keys).union(answer.captures.keys).sorted().compactMap { name in
          // Scalar by scalar: canonical equivalence would hide what a command gets.
          let (value, taken) = (wanted[name], answer.captures[name])
          guard !isSame(value, taken) else { return nil }
          let place = entry.place(trial.writing.captures[name] ?? trial.writing.text)
          guard let taken else {
            return rule.finding(
              at: place, "'{\(name)}' takes nothing here, and the sample says '\(value ?? "")'",
              hint: "take it out, or mend the signature '\(answer.signature)'")
          }
          let written = "\(name): \(YAMLText.quoted(taken))"
          guard let value else {
            return rule.finding(
              at: place, "'{\(name)}' takes '\(taken)' here, which the sample does not say", hint: "add \(written) to its captures")
          }
          return rule.finding(
            at: place, "'{\(name)}' takes '\(taken)' here, and the sample says '\(value)'",
            hint: "write \(written), or mend the signature '\(answer.signature)'",
            fix: Fix(replacing: place, with: YAMLText.quoted(taken)))
        }
      }
    })

  private static func isSame(_ value: String?, _ taken: String?) -> Bool {
    guard let value, let taken else { return value == nil && taken == nil }
    return value.utf8.elementsEqual(taken.utf8)
  }
}
