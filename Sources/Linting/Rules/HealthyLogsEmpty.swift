import Cataloging

extension Rule {
  static let healthyLogsEmpty = Rule(
    id: "healthy-logs-empty",
    summary: "The folder of healthy logs holds one.",
    reason: """
      A folder benign/ without a log looks as if signatures were tried on healthy output, and they were tried on nothing.
      """,
    bad: "content/benign/README.md alone",
    good: "content/benign/README.md\ncontent/benign/nginx.log",
    check: .content { material, rule in
      let files = material.content.files
      guard files.contains(where: { $0.path.hasPrefix("benign/") }), BenignLogs.among(files).allSatisfy(\.bytes.isEmpty) else { return [] }
      return [
        rule.finding(
          at: Place(path: "benign", line: 1, column: 1), "the folder holds no healthy log",
          hint: "add output of programs that work as benign/<name>.log, or delete the folder")
      ]
    })
}
