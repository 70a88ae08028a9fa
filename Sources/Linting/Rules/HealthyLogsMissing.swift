import Cataloging

extension Rule {
  static let healthyLogsMissing = Rule(
    id: "healthy-logs-missing",
    severity: .warning,
    summary: "The content has healthy logs to try its signatures on.",
    reason: """
      Logs of programs that work, as benign/<name>.log, show that no signature fires where nothing is wrong. Samples and counterexamples \
      are chosen by those who write signatures; a log is not.
      """,
    bad: "content/ without benign/",
    good: "content/benign/nginx.log",
    check: .content { material, rule in
      guard !material.content.files.contains(where: { $0.path.hasPrefix("benign/") }) else { return [] }
      return [
        rule.finding(
          at: Place(path: "benign", line: 1, column: 1), "there is no folder of healthy logs",
          hint: "add output of programs that work as benign/<name>.log")
      ]
    })
}
