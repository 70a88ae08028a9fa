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
    check: { material, rule in
      try material.trials().samples.flatMap { trial -> [Finding] in
        guard trial.isTelling, let answer = trial.answers.first, answer.slug == trial.entry.slug.text else { return [] }
        let wanted = trial.entry.samples[trial.number].captures
        return Set(wanted.keys).union(answer.captures.keys).sorted().compactMap { name in
          // Scalar by scalar: canonical equivalence would hide what a command gets.
          let (value, taken) = (wanted[name], answer.captures[name])
          guard value.map({ Array($0.utf8) }) != taken.map({ Array($0.utf8) }) else { return nil }
          let place = material.place(trial.writing.captures[name] ?? trial.writing.text)
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
}
