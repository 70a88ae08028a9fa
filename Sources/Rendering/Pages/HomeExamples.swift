import Cataloging

/// The errors that a reader of the home page can try the box with.
enum HomeExamples {
  private static let count = 3
  /// In bytes: long enough to look like a log, short enough to be read.
  private static let lengths = 60...700

  /// Of the largest areas an entry each, and of its entries the one whose condition most others share: what most readers have met.
  static func choose(of links: EntryLinks) -> [ExampleView] {
    let areas = links.areas.sorted {
      $0.entries.count == $1.entries.count ? $0.grouping.slug < $1.grouping.slug : $0.entries.count > $1.entries.count
    }
    let members = Dictionary(links.conditions.map { ($0.grouping.slug, $0.entries.count) }) { first, _ in first }
    var chosen: [ExampleView] = []
    var conditions: Set<Slug> = []
    for area in areas where chosen.count < count {
      let fresh = area.entries.filter { $0.entry.condition.map { !conditions.contains($0) } ?? true }
      let known = fresh.enumerated().sorted { left, right in
        let (more, less) = (size(left.element, members), size(right.element, members))
        return more == less ? left.offset < right.offset : more > less
      }
      guard let (entry, example) = known.lazy.compactMap({ item in example(item.element).map { (item.element.entry, $0) } }).first else {
        continue
      }
      chosen.append(example)
      if let condition = entry.condition { conditions.insert(condition) }
    }
    return chosen
  }

  private static func size(_ published: PublishedEntry, _ members: [Slug: Int]) -> Int {
    published.entry.condition.flatMap { members[$0] } ?? 0
  }

  /// The entry's first sample that has values and such a length.
  private static func example(_ published: PublishedEntry) -> ExampleView? {
    let samples = published.entry.samples.lazy.filter { lengths.contains($0.bytes.count) && !$0.captures.isEmpty }
    return samples.compactMap { String(validating: $0.bytes, as: UTF8.self) }.first.map {
      ExampleView(title: published.entry.title, text: HTML.visible($0))
    }
  }
}
