import Cataloging
import Decoding

/// An entry that has a page, with what several pages show of it.
///
/// Many hold it; it is one object, so that a list of them is a list of pointers.
final class PublishedEntry: Sendable {
  let entry: Entry
  let indexed: IndexedEntry
  /// Of its page, from the site's root.
  let path: String
  /// Nil when its sample has no text.
  let anatomy: Anatomy?
  let fill: Fill
  let titleKey: TitleKey
  /// The part of a text that the error is known by.
  let message: String?
  /// The summary's first sentence, filled.
  let firstSentence: String
  /// What lists show beside the title: the code, unless the title says it already.
  let shownCode: String?
  /// The bytes of its part of the page's index.
  let indexPart: Lazy<[UInt8]>

  init(_ entry: Entry, indexed: IndexedEntry) {
    self.entry = entry
    self.indexed = indexed
    path = PagePath.entry(entry.slug)
    anatomy = Anatomy(of: entry, indexed: indexed)
    fill = Fill(indexed.captures)
    titleKey = TitleKey(entry.title)
    message = anatomy.map { HTML.visible($0.matchedText) }
    firstSentence = fill.text(of: entry.firstSentence)
    shownCode = entry.code.flatMap { entry.title.contains($0) ? nil : $0 }
    indexPart = Lazy { PageIndex.part(of: indexed) }
  }

  /// By title as an index sorts it, then by slug.
  static func isBefore(_ left: PublishedEntry, _ right: PublishedEntry) -> Bool {
    left.titleKey == right.titleKey ? left.entry.slug < right.entry.slug : left.titleKey < right.titleKey
  }
}

/// A title as an index sorts it: without quotes and signs before its first letter or digit, and without regard to case.
struct TitleKey: Comparable {
  private let bytes: [UInt8]

  init(_ title: String) {
    bytes = Array(title.lowercased().drop { !$0.isLetter && !$0.isNumber }.utf8)
  }

  /// The capital letter it begins with; nil for digits and letters beyond A to Z.
  var letter: String? {
    guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return nil }
    return String(decoding: [first], as: UTF8.self).uppercased()
  }

  static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
