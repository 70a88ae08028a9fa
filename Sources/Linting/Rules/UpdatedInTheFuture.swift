import Cataloging

extension Rule {
  static let updatedInTheFuture = Rule(
    id: "updated-in-the-future",
    summary: "An entry was updated today or before.",
    reason: """
      The date is shown on the page, orders the feed and names the index's state. A date to come keeps the entry at the top of the feed, and \
      makes every newer change look older.
      """,
    bad: "updated: 2062-11-22",
    good: "updated: 2026-11-22",
    check: .entry { entry, rule in
      let (day, today) = (entry.read.entry.updated, entry.material.today)
      guard day > today, CalendarDate.isValid(day), let updated = entry.read.writing.updated else { return [] }
      let place = entry.place(updated)
      return [
        rule.finding(
          at: place, "'\(day)' is in the future", hint: "write the day on which it was last looked at; today is \(today)",
          fix: Fix(replacing: place, with: today))
      ]
    })
}
