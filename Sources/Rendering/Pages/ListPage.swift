/// A part of a list that is too long for one page.
struct ListPage<Element: Sendable>: Sendable {
  let elements: ArraySlice<Element>
  /// 1-based.
  let number: Int
  /// How many pages the list has.
  let count: Int
  /// The path of the list's first page.
  let start: String

  var path: String { path(of: number) }
  var previous: String? { number > 1 ? path(of: number - 1) : nil }
  var next: String? { number < count ? path(of: number + 1) : nil }

  /// `areas/go/` for the first page, `areas/go/2/` for the second.
  func path(of number: Int) -> String { number == 1 ? start : "\(start)\(number)/" }

  /// A text with the page's number, where there are several.
  func numbered(_ text: String) -> String { count == 1 ? text : "\(text), page \(number) of \(count)" }
}

/// How long the site's lists are on one page, so that no page grows with the number of entries.
enum ListLength {
  /// Links with a line of text.
  static let area = 100
  /// Entries with a message and an answer.
  static let condition = 50
  /// Links alone.
  static let letters = 250
}

extension Array where Element: Sendable {
  /// The list on as many pages as it needs; without elements on one.
  ///
  /// - Parameters:
  ///   - path: Of the first page, ending in `/`.
  ///   - length: The longest part for one page.
  func pages(at path: String, length: Int) -> [ListPage<Element>] {
    let count = Swift.max(1, (self.count + length - 1) / length)
    return (1...count).map { number in
      let part = self[(number - 1) * length..<Swift.min(number * length, self.count)]
      return ListPage(elements: part, number: number, count: count, start: path)
    }
  }
}
