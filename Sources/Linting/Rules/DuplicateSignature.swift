import Cataloging

extension Rule {
  static let duplicateSignature = Rule(
    .duplicateSignature,
    summary: "No signature stands twice in the content.",
    reason: """
      Two entries with the same signature match the same texts, and nothing but their names decides which is the answer. Case, kinds \
      of blanks and kinds of quotes make no difference to a signature.
      """,
    bad: #"- match: "Connection refused"      # in two entries"#,
    good: """
      - match: "connect ECONNREFUSED {host}:{port}"
      - match: "curl: (7) Failed to connect to {host} port {port}"
      """)
}
