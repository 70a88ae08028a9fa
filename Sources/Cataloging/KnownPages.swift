/// The pages that the content makes, to check what entries say of one another.
struct KnownPages {
  private struct Page {
    let path: String
    let isDraft: Bool
    /// Nil when its body could not be read.
    let anchors: Set<String>?

    init(_ parsed: ParsedEntry) {
      path = parsed.address.path
      isDraft = parsed.result.isDraft
      anchors = parsed.result.anchors
    }
  }

  private let pages: [String: Page]
  /// Old slugs, each with the first place that claims it.
  private let formerSlugs: [String: Place]
  /// Nil when the file could not be read: then nothing is said about them.
  private let areas: Set<String>?
  private let conditions: Set<String>?

  init(parsed: [ParsedEntry], areas: [Grouping]?, conditions: [Grouping]?) {
    pages = Dictionary(parsed.map { ($0.address.slug, Page($0)) }) { first, _ in first }
    formerSlugs = Dictionary(
      parsed.flatMap(\.result.mentions).compactMap { mention in
        if case .formerly(let slug) = mention.target { (slug, mention.place) } else { nil }
      }
    ) { first, _ in first }
    self.areas = areas.map { Set($0.map(\.slug.text)) }
    self.conditions = conditions.map { Set($0.map(\.slug.text)) }
  }

  // MARK: Slugs

  /// Findings for slugs that two files share, or that differ only in the case of their letters.
  func repeatedSlugs(_ parsed: [ParsedEntry]) -> [Finding] {
    var first: [String: String] = [:]
    return parsed.compactMap { entry in
      guard let other = first.updateValue(entry.address.path, forKey: entry.address.slug.lowercased()) else { return nil }
      first[entry.address.slug.lowercased()] = other
      return Finding(
        .duplicateSlug, place: Place(path: entry.address.path, line: 1, column: 1),
        message: "the slug '\(entry.address.slug)' is that of \(other) too", hint: "rename one: a slug is unique in the site")
    }
  }

  // MARK: Mentions

  func findings(for entry: ParsedEntry) -> [Finding] {
    entry.result.mentions.compactMap { mention in
      switch mention.target {
      case .entry(let slug, let path, let anchor): link(to: slug, path: path, anchor: anchor, from: entry, mention)
      case .related(let slug): related(slug, from: entry, mention)
      case .formerly(let slug): formerly(slug, at: mention.place)
      case .area(let slug): unknown(slug, among: areas, .unknownArea, "area", mention)
      case .condition(let slug): unknown(slug, among: conditions, .unknownCondition, "condition", mention)
      }
    }
  }

  private func link(to slug: String, path: String?, anchor: String?, from source: ParsedEntry, _ mention: Mention) -> Finding? {
    let place = mention.place
    guard let page = pages[slug], path == nil || path == page.path else {
      let near = pages[slug] == nil ? Suggestion.nearest(to: slug, among: pages.keys) : slug
      let file = near.flatMap { pages[$0] }.map { "../\($0.path.dropFirst("entries/".count))" }
      // The same slug in another area is that entry: a slug is unique.
      let fix = mention.written.flatMap { _ in file }.map {
        Fix(replacing: place, with: $0 + (anchor.map { "#\($0)" } ?? ""), isSafe: near == slug)
      }
      return Finding(
        .deadLink, place: place, message: "there is no entry '\(path ?? slug)'",
        hint: file.map { "did you mean \($0)?" } ?? "link an entry as ../area/slug.md or /errors/slug/", fix: fix)
    }
    if let draft = draft(page, slug: slug, from: source, at: place) { return draft }
    guard let anchor, let anchors = page.anchors, !anchors.contains(anchor) else { return nil }
    return Finding(
      .deadLink, place: place, message: "the entry '\(slug)' has no anchor '\(anchor)'",
      hint: Suggestion.hint(for: anchor, among: anchors.sorted()),
      fix: Suggestion.nearest(to: anchor, among: anchors.sorted()).flatMap { nearest in
        mention.written.map { Fix(replacing: place, with: $0.prefix { $0 != "#" } + "#\(nearest)") }
      })
  }

  private func related(_ slug: String, from source: ParsedEntry, _ mention: Mention) -> Finding? {
    let place = mention.place
    if slug == source.address.slug {
      return Finding(.unknownRelated, place: place, message: "the entry is related to itself", hint: "take it out")
    }
    guard let page = pages[slug] else {
      let nearest = Suggestion.nearest(to: slug, among: pages.keys)
      return Finding(
        .unknownRelated, place: place, message: "there is no entry '\(slug)'",
        hint: nearest.map { "did you mean '\($0)'?" } ?? "write the slug of an entry, or take it out",
        fix: mention.fix(with: nearest))
    }
    return draft(page, slug: slug, from: source, at: place)
  }

  /// A draft has no page in the published site.
  private func draft(_ page: Page, slug: String, from source: ParsedEntry, at place: Place) -> Finding? {
    guard page.isDraft, !source.result.isDraft else { return nil }
    return Finding(
      .deadLink, place: place, message: "the entry '\(slug)' is a draft, which is not published",
      hint: "publish it first, or make this entry a draft too")
  }

  private func formerly(_ slug: String, at place: Place) -> Finding? {
    if let page = pages[slug] {
      return Finding(
        .slugTaken, place: place, message: "the old slug '\(slug)' is that of \(page.path)",
        hint: "take it out: the page itself is there")
    }
    guard let first = formerSlugs[slug], first != place else { return nil }
    return Finding(
      .slugTaken, place: place, message: "the old slug '\(slug)' is claimed at \(first.path):\(first.line) too",
      hint: "keep one: an address leads to one page")
  }

  private func unknown(_ slug: String, among known: Set<String>?, _ rule: CatalogRule, _ subject: String, _ mention: Mention) -> Finding? {
    guard let known, !known.contains(slug), Slug(slug) != nil else { return nil }
    let nearest = Suggestion.nearest(to: slug, among: known.sorted())
    return Finding(
      rule, place: mention.place, message: "there is no \(subject) '\(slug)'",
      hint: (nearest.map { "did you mean '\($0)'? if not, " } ?? "") + "add it to \(subject)s.yml", fix: mention.fix(with: nearest))
  }
}
