import Foundation

/// The day of a check.
enum Today {
  /// The latest day that has begun anywhere, as `YYYY-MM-DD`: nobody's date of today is in the future.
  static var text: String {
    let day = Date(timeIntervalSinceNow: 14 * 3600)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: day)
    let digits = { (number: Int?, count: Int) in
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
  }
}
