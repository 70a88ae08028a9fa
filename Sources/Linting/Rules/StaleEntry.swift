import Cataloging

extension Rule {
  static let staleEntry = Rule(
    id: "stale-entry",
    severity: .warning,
    summary: "Somebody has looked at an entry within the last 18 months.",
    reason: """
      Programs change their wording, options are renamed, versions go out of support. An entry that nobody has read and tried for 18 months \
      says when it was verified, and readers stop believing it.
      """,
    bad: "updated: 2024-01-31",
    good: "updated: 2026-11-22",
    check: .entry { entry, rule in
      let (day, today) = (entry.read.entry.updated, entry.material.today)
      guard let limit = entry.material.staleDay, day < limit, CalendarDate.isValid(day), let updated = entry.read.writing.updated
      else { return [] }
      return [
        rule.finding(
          at: entry.place(updated), "nobody has looked at this entry since \(day)",
          hint: "run its reproducer and its commands against current versions, then write the day: \(today)")
      ]
    })
}

extension Material {
  /// The day before which nobody looked at a stale entry; nil when today's is none.
  static func staleDay(on today: String) -> String? { day(18, monthsBefore: today) }

  /// The same day some months earlier; only for comparing, as the 31st of a short month may be meant.
  private static func day(_ months: Int, monthsBefore day: String) -> String? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let month = parts[0] * 12 + parts[1] - 1 - months
    let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(month / 12)-\(padded(month % 12 + 1))-\(padded(parts[2]))"
  }
}
