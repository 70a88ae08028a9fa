import Cataloging
import Decoding

extension Rule {
  static let secret = Rule(
    id: "secret",
    summary: "No password, token or key is published.",
    reason: """
      Samples come from real logs, and what is in them is public for ever once it is in the repository. Known are the tokens of well-known \
      services, private keys, what stands behind names as `password=` and `Authorization:`, and passwords in addresses.

      Words that documentation uses (password, secret, changeme, example, postgres and the like), placeholders and variables are left alone.
      """,
    bad: #"- text: "connect postgres://app:tr0ub4dor@10.0.0.5/shop: timeout""#,
    good: #"- text: "connect postgres://app:[redacted]@10.0.0.5/shop: timeout""#,
    check: .entry { entry, rule in
      entry.secrets.compactMap { secret in
        guard !MailForm.isOne(secret.value), !WellKnownSecret.contains(secret.value) else { return nil }
        return rule.finding(
          at: entry.place(secret.text, secret.range), "this looks like a secret",
          hint: "write \(Redactor.replacement) in its place, and withdraw the secret where it was real: others have seen it")
      }
    })
}
