import Cataloging

extension Rule {
  static let mailAddress = Rule(
    id: "mail-address",
    summary: "No e-mail address of a person is published.",
    reason: """
      Logs hold the addresses of people who did not ask to be in an encyclopedia of errors. Addresses at example.com, example.org, \
      example.net, .example, .test, .invalid and .internal belong to nobody; those of programs (git@, noreply@) are left alone.
      """,
    bad: #"- text: "fatal: user jo@shop-of-jo.com has no access""#,
    good: #"- text: "fatal: user jo@example.com has no access""#,
    check: .entry { entry, rule in
      entry.secrets.compactMap { secret in
        guard MailForm.isOne(secret.value), !MailForm.isNobodys(secret.value) else { return nil }
        let place = entry.place(secret.text, secret.range)
        return rule.finding(
          at: place, "this looks like somebody's e-mail address", hint: "write an address at example.com, in the captures too",
          fix: Fix(replacing: place, with: "name@example.com"))
      }
    })
}
