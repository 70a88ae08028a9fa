import Cataloging

/// The published entries as pages link to them, looked up by name.
struct EntryLinks {
  /// Areas and conditions that have entries, each with those, by title.
  let areas: [(grouping: Grouping, entries: [PublishedEntry])]
  let conditions: [(grouping: Grouping, entries: [PublishedEntry])]
  /// Addresses of areas and conditions without entries, which have no page: `/areas/<area>/`.
  let missingPages: Set<String>
  /// By title.
  let entries: [PublishedEntry]

  private let bySlug: [Slug: PublishedEntry]
  private let areaTitles: [Slug: String]
  private let conditionsBySlug: [Slug: (grouping: Grouping, entries: [PublishedEntry])]

  init(_ catalog: Catalog, published: [PublishedEntry]) {
    entries = published.sorted(by: PublishedEntry.isBefore)
    areas = Self.filled(catalog.areas, entries) { $0.area }
    conditions = Self.filled(catalog.conditions, entries) { $0.condition }
    let pages = Set(areas.map { PagePath.area($0.grouping.slug) } + conditions.map { PagePath.condition($0.grouping.slug) })
    let all = Set(catalog.areas.map { PagePath.area($0.slug) } + catalog.conditions.map { PagePath.condition($0.slug) })
    missingPages = Set(all.subtracting(pages).map { "/\($0)" })
    bySlug = Dictionary(entries.map { ($0.entry.slug, $0) }) { first, _ in first }
    areaTitles = Dictionary(catalog.areas.map { ($0.slug, $0.title) }) { first, _ in first }
    conditionsBySlug = Dictionary(conditions.map { ($0.grouping.slug, $0) }) { first, _ in first }
  }

  private static func filled(
    _ groupings: [Grouping], _ entries: [PublishedEntry], by slug: (Entry) -> Slug?
  ) -> [(grouping: Grouping, entries: [PublishedEntry])] {
    let groups = Dictionary(grouping: entries) { slug($0.entry) }
    return groupings.compactMap { grouping in groups[grouping.slug].map { (grouping, $0) } }
  }

  // MARK: Links

  func link(to published: PublishedEntry) -> EntryLinkView {
    let entry = published.entry
    let code = entry.code.flatMap { entry.title.contains($0) ? nil : $0 }
    return EntryLinkView(
      address: PagePath.entry(entry.slug), title: entry.title, code: code, area: areaTitle(of: entry),
      message: published.anatomy.map { HTML.visible($0.matchedText) }, answer: published.firstSentence)
  }

  func areaTitle(of entry: Entry) -> String { areaTitles[entry.area] ?? entry.area.text }

  func condition(of entry: Entry) -> Grouping? { entry.condition.flatMap { conditionsBySlug[$0]?.grouping } }

  /// The other entries of the same condition, area by area.
  func siblings(of entry: Entry) -> [EntryLinkView] {
    members(ofConditionOf: entry).filter { $0.entry.slug != entry.slug }.map(link)
  }

  /// The entries that the writer names, without those that are siblings.
  func related(to entry: Entry) -> [EntryLinkView] {
    let siblings = Set(members(ofConditionOf: entry).map(\.entry.slug))
    return entry.related.filter { !siblings.contains($0) }.compactMap { bySlug[$0].map(link) }
  }

  /// A condition's entries, area by area.
  func members(of condition: Grouping) -> [PublishedEntry] { byArea(conditionsBySlug[condition.slug]?.entries ?? []) }

  private func members(ofConditionOf entry: Entry) -> [PublishedEntry] { condition(of: entry).map(members) ?? [] }

  private func byArea(_ entries: [PublishedEntry]) -> [PublishedEntry] {
    let keys = entries.map { TitleKey(areaTitle(of: $0.entry)) }
    return entries.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }.map { entries[$0] }
  }
}
