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
    check: { material, rule in
      guard let limit = day(18, monthsBefore: material.today) else { return [] }
      return material.entries.compactMap { read in
        guard read.entry.updated < limit, CalendarDate.isValid(read.entry.updated), let updated = read.writing.updated else { return nil }
        return rule.finding(
          at: material.place(updated), "nobody has looked at this entry since \(read.entry.updated)",
          hint: "run its reproducer and its commands against current versions, then write the day: \(material.today)")
      }
    })

  /// The same day some months earlier; only for comparing, as the 31st of a short month may be meant.
  private static func day(_ months: Int, monthsBefore day: String) -> String? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let month = parts[0] * 12 + parts[1] - 1 - months
    let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(month / 12)-\(padded(month % 12 + 1))-\(padded(parts[2]))"
  }
}
