import Cataloging

extension Rule {
  static let undeclaredPlaceholder = Rule(
    .undeclaredPlaceholder,
    summary: "A placeholder is a hole of the entry's signatures.",
    reason: """
      `{port}` is filled with the reader's own value, which some signature must find. Text that is meant as it stands is written \
      {{port}}; what the reader must take from an earlier command's output is <PID>.
      """,
    bad: "ss -ltnp 'sport = :{prot}'",
    good: "ss -ltnp 'sport = :{port}'")
}
