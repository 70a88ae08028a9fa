import Cataloging

extension Rule {
  static let publicAddress = Rule(
    id: "public-address",
    severity: .warning,
    summary: "No address of a real machine on the internet is published.",
    reason: """
      An address in a log leads to somebody's server or home. What is private, loopback, link-local, shared or kept for documentation \
      (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32) leads nowhere. The resolvers that everybody knows (8.8.8.8, 1.1.1.1, \
      9.9.9.9 and their like) are left alone, and so is what begins with a number up to 10 or stands behind a slash or `version`: versions \
      have four numbers too.
      """,
    bad: #"- text: "connect ECONNREFUSED 34.120.8.20:443""#,
    good: #"- text: "connect ECONNREFUSED 203.0.113.20:443""#,
    check: .entry { entry, rule in
      entry.texts.flatMap { text in
        text.publicAddresses.map { range, isIPv6 in
          rule.finding(
            at: entry.place(text, range), "this address leads to a real machine",
            hint: "write \(isIPv6 ? "one of 2001:db8::/32" : "one of 203.0.113.0/24, or 10.0.0.5") in its place, in the captures too")
        }
      }
    })
}
