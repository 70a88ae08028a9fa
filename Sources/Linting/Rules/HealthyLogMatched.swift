import Cataloging
import Decoding

extension Rule {
  static let healthyLogMatched = Rule(
    id: "healthy-log-matched",
    summary: "No signature fires on a healthy log.",
    reason: """
      The logs of benign/ are output of programs that work. A signature that matches one of them would tell readers of an error they do \
      not have. A line comes out of a log only when it is an error in its own right.
      """,
    bad: """
      signatures:
        - match: "connection {...} closed"
      # benign/nginx.log holds: connection 17 from 10.0.0.5 closed
      """,
    good: """
      signatures:
        - match: "connection to {host}:{port} closed unexpectedly"
      """,
    check: .content { material, rule in
      let trials = try material.trials()
      let entries = Dictionary(uniqueKeysWithValues: material.entries.map { ($0.entry.slug.text, $0.entry) })
      return try trials.logs.flatMap { log, answers in
        try answers.flatMap { answer -> [Finding] in
          guard let entry = entries[answer.slug] else { return [] }
          return try trials.firing(entry, in: log, answer).map { number, line, text in
            rule.finding(
              at: entry.signaturePlaces[number], "this signature fires on the healthy log \(log.path):\(line): \(text.shortened(to: 120))",
              hint: "say more in it, or give it an `unless`")
          }
        }
      }
    })
}

extension Trials {
  /// Each signature of an entry that fires on a log, with the first line it fires on.
  fileprivate func firing(
    _ entry: Entry, in log: SourceFile, _ answer: Answer
  ) throws(IndexFailure) -> [(number: Int, line: Int, text: String)] {
    let matches = try decoder.explain(entry.slug.text, in: log.bytes)?.matches ?? []
    var first: [Int: (line: Int, text: String)] = [:]
    for match in matches where match.fate == .first || match.fate == .later {
      first[match.signature - 1] = first[match.signature - 1] ?? (match.evidence.line, match.evidence.text)
    }
    if first.isEmpty, let number = entry.signatures.firstIndex(where: { $0.lines.map(\.text).joined(separator: "\n") == answer.signature })
    {
      first[number] = (answer.line, answer.text)
    }
    return first.keys.sorted().compactMap { number in first[number].map { (number, $0.line, $0.text) } }
  }
}

extension String {
  /// Its beginning, when it has more scalars.
  fileprivate func shortened(to count: Int) -> String {
    unicodeScalars.count <= count ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(count))) + "…"
  }
}
