import Cataloging

extension Rule {
  static let badDate = Rule(
    .badDate,
    summary: "A date is a day of the calendar, as YYYY-MM-DD.",
    reason: """
      The date an entry was updated is shown on its page and orders the feed. Only this one form sorts by its letters and is read alike \
      everywhere.
      """,
    bad: "updated: 2026-02-30",
    good: "updated: 2026-02-28")
}
