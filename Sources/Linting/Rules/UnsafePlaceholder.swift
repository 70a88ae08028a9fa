import Cataloging

extension Rule {
  static let unsafePlaceholder = Rule(
    .unsafePlaceholder,
    summary: "A placeholder stands where no value can do harm.",
    reason: """
      A captured value is hostile: it comes from a log that others write to. It is replaced by one quoted word, so it stands outside \
      of quotes, alone. Between quotes only port, int, pid, hex and ip may stand; inside backticks, ${…} and here-documents nothing \
      may. A destroy command takes port, pid and int only.
      """,
    bad: #"curl "http://{host}/""#,
    good: "curl http://{host}/")
}
