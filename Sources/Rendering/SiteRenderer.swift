public import Cataloging
public import Decoding

/// Makes a site's files out of a catalog. Pure: the same catalog, index and templates give the same bytes.
public struct SiteRenderer: Sendable {
  private let templates: Templates
  private let perform: DecodingSession.Performer?

  /// - Parameter perform: Does work side by side; the files are the same without it.
  public init(templates: Templates, perform: DecodingSession.Performer? = nil) {
    (self.templates, self.perform) = (templates, perform)
  }

  /// All files, in the order of their paths.
  public func render(_ catalog: Catalog, index: SearchIndex, accuracy: Accuracy) -> [OutputFile] {
    plan(catalog, index: index, accuracy: { accuracy }).files.map(\.output)
  }

  /// The pages of all published entries, of their old addresses, areas and conditions, the lists, the page of counts, the page for
  /// addresses that are none, what programs read, the assets and the index in parts: none of them made yet.
  ///
  /// - Parameters:
  ///   - index: The index of this very catalog, an entry for each page; the examples and the site's address come from it.
  ///   - accuracy: What was counted of this catalog; asked for when its page is made.
  ///   - earlier: A plan whose work on entries that are the same is not done again; the files are the same without it.
  public func plan(
    _ catalog: Catalog, index: SearchIndex, accuracy: @escaping @Sendable () -> Accuracy, reusing earlier: SitePlan? = nil
  ) -> SitePlan {
    let assets = StyledAssets(templates.assets, style: catalog.site.style, reusing: earlier?.assets)
    // Both are in the order of slugs.
    let entries = Array(zip(catalog.published, index.entries))
    let published = Portions.map(entries, perform: perform) { entry, indexed in
      earlier?.published[entry.digest] ?? PublishedEntry(entry, indexed: indexed)
    }
    let pageIndex = Lazy { [perform] in PageIndex(index, perform: perform) }
    let frame = SiteFrame(settings: catalog.site, indexed: index.site, assets: assets.placed) { pageIndex.value.folder }
    let pages = SitePages(catalog: catalog, frame: frame, links: EntryLinks(catalog, published: published))
    return SitePlan(
      parts: parts(of: pages, assets: assets.placed, pageIndex: pageIndex, accuracy: accuracy),
      drafts: catalog.entries.filter(\.isDraft).map { draft in templates.page(PagePath.entry(draft.slug), pages.draft(draft)) },
      published: Dictionary(published.map { ($0.entry.digest, $0) }) { first, _ in first }, assets: assets,
      worker: Lazy { [templates] in templates.assets.serviceWorker }, perform: perform)
  }

  private func parts(
    of pages: SitePages, assets: PlacedAssets, pageIndex: Lazy<PageIndex>, accuracy: @escaping @Sendable () -> Accuracy
  ) -> [PlannedPart] {
    let (templates, perform, links) = (templates, perform, pages.links)
    let entries = EntryFiles(templates: templates, pages: pages)
    return [
      PlannedPart {
        assets.files.map(PlannedFile.init) + [
          templates.page(PagePath.home, pages.home), templates.page(PagePath.notFound, pages.notFound),
          templates.page(PagePath.offline, pages.offline), templates.page(PagePath.accuracy, pages.accuracy(accuracy())),
        ]
      },
      PlannedPart(files: { entries.all }, file: entries.file),
      PlannedPart(under: PageIndex.root) { pageIndex.value.files.map(PlannedFile.init) },
      PlannedPart(under: SearchTables.prefix) { SearchTables(links, perform: perform).files.map(PlannedFile.init) },
      PlannedPart(under: "areas/") {
        links.areas.flatMap { area in pages.area(area.grouping, entries: area.entries) }
          .map { list in templates.page(list.path, list.view()) }
      },
      PlannedPart(under: "conditions/") {
        links.conditions.flatMap { condition in pages.condition(condition.grouping, entries: condition.entries) }
          .map { list in templates.page(list.path, list.view()) }
      },
      PlannedPart { pages.errors.map { list in templates.page(list.path, list.view()) } },
      PlannedPart { MachineFiles(catalog: pages.catalog, frame: pages.frame, links: links).files },
    ]
  }
}

extension Templates {
  /// The page at a path from the site's root.
  func page(_ path: String, _ view: @escaping @autoclosure @Sendable () -> some PageView) -> PlannedFile {
    PlannedFile(path: PagePath.file(of: path)) { prepare(view()) }
  }
}
