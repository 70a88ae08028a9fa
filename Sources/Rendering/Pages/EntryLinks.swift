import Cataloging

/// The published entries as pages link to them, looked up by name.
struct EntryLinks {
  typealias Group = (grouping: Grouping, entries: [PublishedEntry])

  /// By title.
  let entries: [PublishedEntry]
  /// The areas that have entries, each with those, by title.
  let areas: [Group]
  /// The conditions that have entries, each with those, area by area.
  let conditions: [Group]
  /// Addresses of areas and conditions without entries, which have no page: `/areas/<area>/`.
  let missingPages: Set<String>

  private let bySlug: [Slug: PublishedEntry]
  private let areaTitles: [Slug: String]
  private let conditionsBySlug: [Slug: Group]

  init(_ catalog: Catalog, published: [PublishedEntry]) {
    let titles = Dictionary(catalog.areas.map { ($0.slug, $0.title) }) { first, _ in first }
    entries = published.sorted(by: PublishedEntry.isBefore)
    areas = Self.filled(catalog.areas, entries) { $0.area }
    conditions = Self.filled(catalog.conditions, Self.byArea(entries, titles)) { $0.condition }
    let pages = Set(areas.map { PagePath.area($0.grouping.slug) } + conditions.map { PagePath.condition($0.grouping.slug) })
    let all = Set(catalog.areas.map { PagePath.area($0.slug) } + catalog.conditions.map { PagePath.condition($0.slug) })
    missingPages = Set(all.subtracting(pages).map { "/\($0)" })
    bySlug = Dictionary(entries.map { ($0.entry.slug, $0) }) { first, _ in first }
    areaTitles = titles
    conditionsBySlug = Dictionary(conditions.map { ($0.grouping.slug, $0) }) { first, _ in first }
  }

  private static func filled(_ groupings: [Grouping], _ entries: [PublishedEntry], by slug: (Entry) -> Slug?) -> [Group] {
    let groups = Dictionary(grouping: entries) { slug($0.entry) }
    return groupings.compactMap { grouping in groups[grouping.slug].map { (grouping, $0) } }
  }

  private static func byArea(_ entries: [PublishedEntry], _ titles: [Slug: String]) -> [PublishedEntry] {
    let groups = Dictionary(grouping: entries, by: \.entry.area)
    let areas = groups.keys.sorted { (TitleKey(titles[$0] ?? $0.text), $0) < (TitleKey(titles[$1] ?? $1.text), $1) }
    return areas.flatMap { groups[$0] ?? [] }
  }

  /// The entry at an address; nil when there is none.
  func published(_ slug: Slug) -> PublishedEntry? { bySlug[slug] }

  /// The entry that had an address before.
  func published(formerly slug: Slug) -> PublishedEntry? { entries.first { $0.entry.formerly.contains(slug) } }

  // MARK: Links

  /// The links to some entries, in their order.
  func links(to entries: some Sequence<PublishedEntry>) -> [EntryLinkView] {
    entries.map { EntryLinkView($0, area: areaTitle(of: $0.entry)) }
  }

  func areaTitle(of entry: Entry) -> String { areaTitles[entry.area] ?? entry.area.text }

  func condition(of entry: Entry) -> Grouping? { entry.condition.flatMap { conditionsBySlug[$0]?.grouping } }

  /// The other entries of the same condition, area by area.
  func siblings(of entry: Entry) -> [EntryLinkView] {
    links(to: members(ofConditionOf: entry).filter { $0.entry.slug != entry.slug })
  }

  /// The entries that the writer names, without those that are siblings.
  func related(to entry: Entry) -> [EntryLinkView] {
    let siblings = Set(members(ofConditionOf: entry).map(\.entry.slug))
    return links(to: entry.related.filter { !siblings.contains($0) }.compactMap { bySlug[$0] })
  }

  private func members(ofConditionOf entry: Entry) -> [PublishedEntry] {
    entry.condition.flatMap { conditionsBySlug[$0]?.entries } ?? []
  }
}

extension EntryLinkView {
  fileprivate init(_ published: PublishedEntry, area: String) {
    address = published.path
    title = published.entry.title
    code = published.shownCode
    self.area = area
    message = published.message
    answer = published.firstSentence
  }
}
