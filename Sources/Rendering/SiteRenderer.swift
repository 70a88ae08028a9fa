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
    let assets = templates.assets.placed(style: catalog.site.style)
    let indexed = Dictionary(index.entries.map { ($0.slug, $0) }) { first, _ in first }
    let published = Portions.map(catalog.published, perform: perform) { entry in
      earlier?.published[entry.digest] ?? indexed[entry.slug.text].map { PublishedEntry(entry, indexed: $0) }
    }.compactMap(\.self)
    let pageIndex = PageIndex(index)
    let frame = SiteFrame(settings: catalog.site, indexed: index.site, assets: assets, pageIndex: pageIndex.folder)
    let pages = SitePages(catalog: catalog, frame: frame, links: EntryLinks(catalog, published: published))
    var files =
      (assets.files + pageIndex.files + SearchTables(pages.links).files).map(PlannedFile.init)
      + MachineFiles(catalog: catalog, frame: frame, links: pages.links).files
    files += [page(PagePath.home, pages.home), page(PagePath.notFound, pages.notFound), page(PagePath.offline, pages.offline)]
    files.append(page(PagePath.accuracy, pages.accuracy(accuracy())))
    files += pages.errors.map { list in page(list.path, list.view) }
    files += pages.links.areas.flatMap { pages.area($0.grouping, entries: $0.entries) }.map { list in page(list.path, list.view) }
    files += pages.links.conditions.flatMap { pages.condition($0.grouping, entries: $0.entries) }.map { list in page(list.path, list.view) }
    for entry in published {
      files.append(page(PagePath.entry(entry.entry.slug), pages.entry(entry)))
      files += entry.entry.formerly.map { old in page(PagePath.entry(old), pages.redirect(from: old, to: entry)) }
    }
    return SitePlan(
      files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      drafts: catalog.entries.filter(\.isDraft).map { draft in page(PagePath.entry(draft.slug), pages.draft(draft)) },
      worker: templates.assets.serviceWorker, published: Dictionary(published.map { ($0.entry.digest, $0) }) { first, _ in first })
  }

  private func page(_ path: String, _ view: @escaping @autoclosure @Sendable () -> some PageView) -> PlannedFile {
    PlannedFile(path: PagePath.file(of: path)) { templates.prepare(view()) }
  }
}

/// A site whose files are made when they are asked for.
public struct SitePlan: Sendable {
  /// In the order of their paths.
  public let files: [PlannedFile]
  /// The pages of drafts, which are no part of the site.
  public let drafts: [PlannedFile]
  /// The service worker's script, without what it works on.
  let worker: [UInt8]
  let published: [Digest: PublishedEntry]

  /// The service worker of a site with these files. It comes last, because it names the others by their contents.
  public func serviceWorker(for files: [PlannedFile]) -> PlannedFile {
    PlannedFile(path: ServiceWorker.path) { [worker] in ServiceWorker(script: worker, files: files).bytes }
  }
}
