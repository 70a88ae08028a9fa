import Cataloging

/// The errors that a reader of the home page can try the box with.
enum HomeExamples {
  private static let count = 3
  /// In bytes: long enough to look like a log, short enough to be read.
  private static let lengths = 60...700

  /// The first sample that has values and such a length, of the largest areas one each.
  static func choose(of links: EntryLinks) -> [ExampleView] {
    let areas = links.areas.sorted {
      $0.entries.count == $1.entries.count ? $0.grouping.slug < $1.grouping.slug : $0.entries.count > $1.entries.count
    }
    return Array(areas.lazy.compactMap { $0.entries.lazy.compactMap(example).first }.prefix(count))
  }

  private static func example(_ published: PublishedEntry) -> ExampleView? {
    let samples = published.entry.samples.lazy.filter { lengths.contains($0.bytes.count) && !$0.captures.isEmpty }
    return samples.compactMap { String(validating: $0.bytes, as: UTF8.self) }.first.map {
      ExampleView(title: published.entry.title, text: HTML.visible($0))
    }
  }
}
