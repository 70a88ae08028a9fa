import Cataloging

/// The published entries as pages link to them, looked up by name.
struct EntryLinks {
  private let bySlug: [Slug: LinkView]
  private let byCondition: [Slug: [Slug]]
  private let conditions: [Slug: Grouping]
  private let areaTitles: [Slug: String]

  init(_ catalog: Catalog) {
    let titles = Dictionary(catalog.areas.map { ($0.slug, $0.title) }) { first, _ in first }
    let published = catalog.published
    areaTitles = titles
    conditions = Dictionary(catalog.conditions.map { ($0.slug, $0) }) { first, _ in first }
    bySlug = Dictionary(
      published.map { entry in
        let area = titles[entry.area] ?? entry.area.text
        return (entry.slug, LinkView(address: "errors/\(entry.slug)/", title: entry.title, area: area))
      }, uniquingKeysWith: { first, _ in first })
    byCondition = Dictionary(grouping: published.filter { $0.condition != nil }) { $0.condition ?? $0.slug }.mapValues { $0.map(\.slug) }
  }

  func areaTitle(of entry: Entry) -> String { areaTitles[entry.area] ?? entry.area.text }

  func condition(of entry: Entry) -> Grouping? { entry.condition.flatMap { conditions[$0] } }

  /// The other entries of the same condition.
  func siblings(of entry: Entry) -> [LinkView] {
    let slugs = entry.condition.flatMap { byCondition[$0] } ?? []
    return slugs.filter { $0 != entry.slug }.compactMap { bySlug[$0] }
  }

  /// The entries that the writer names, without those that are siblings.
  func related(to entry: Entry) -> [LinkView] {
    let siblings = Set(entry.condition.flatMap { byCondition[$0] } ?? [])
    return entry.related.filter { !siblings.contains($0) }.compactMap { bySlug[$0] }
  }
}
