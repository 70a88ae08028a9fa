import Decoding

/// A day of the calendar.
package enum CalendarDate {
  /// The date in the form that is asked for, of one in the same order with other signs between or without zeros, or with a time behind it.
  static func meant(by text: String) -> String? {
    let day = text.utf8.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
    let parts = day.split(omittingEmptySubsequences: false) { "-/.".utf8.contains($0) }
    guard parts.count == 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }) else { return nil }
    let date = parts.map { ($0.count == 1 ? "0" : "") + String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return isValid(date) ? date : nil
  }

  /// Whether a text is `YYYY-MM-DD` and that day exists.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8...])
    else { return false }
    let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return switch month {
    case 2: (1...(isLeapYear ? 29 : 28)).contains(day)
    case 4, 6, 9, 11: (1...30).contains(day)
    case 1...12: (1...31).contains(day)
    default: false
    }
  }

  /// Nil for anything but digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard Unicode.Scalar(digit).isDigit else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
