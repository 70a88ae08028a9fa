public import Cataloging
public import Decoding

/// Makes a site's files out of a catalog. Pure: the same catalog, index and templates give the same bytes.
public struct SiteRenderer: Sendable {
  private let templates: Templates

  public init(templates: Templates) {
    self.templates = templates
  }

  /// The pages of all published entries, of their old addresses, areas and conditions, the lists, the page of counts, the page for
  /// addresses that are none, what programs read, the assets, and the index in parts.
  ///
  /// - Parameters:
  ///   - index: The index of this very catalog, an entry for each page; the examples and the site's address come from it.
  ///   - accuracy: What was counted of this catalog.
  /// - Returns: The files in the order of their paths.
  public func render(_ catalog: Catalog, index: SearchIndex, accuracy: Accuracy) -> [OutputFile] {
    let assets = templates.assets.placed(style: catalog.site.style)
    let indexed = Dictionary(index.entries.map { ($0.slug, $0) }) { first, _ in first }
    let published = catalog.published.compactMap { entry in indexed[entry.slug.text].map { PublishedEntry(entry, indexed: $0) } }
    let pageIndex = PageIndex(index)
    let frame = SiteFrame(settings: catalog.site, indexed: index.site, assets: assets, pageIndex: pageIndex.folder)
    let pages = SitePages(catalog: catalog, frame: frame, links: EntryLinks(catalog, published: published))
    var files =
      assets.files + pageIndex.files + MachineFiles(catalog: catalog, frame: frame, links: pages.links).files
      + SearchTables(pages.links).files
    files += [file(PagePath.home, pages.home), file(PagePath.notFound, pages.notFound)]
    files += pages.errors.map { file($0.path, $0.view) }
    files += [file(PagePath.offline, pages.offline), file(PagePath.accuracy, pages.accuracy(accuracy))]
    files += pages.links.areas.flatMap { pages.area($0.grouping, entries: $0.entries) }.map { file($0.path, $0.view) }
    files += pages.links.conditions.flatMap { pages.condition($0.grouping, entries: $0.entries) }.map { file($0.path, $0.view) }
    for entry in published {
      files.append(file(PagePath.entry(entry.entry.slug), pages.entry(entry)))
      files += entry.entry.formerly.map { file(PagePath.entry($0), pages.redirect(from: $0, to: entry)) }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The service worker of a site with these files. It comes last, because it names the others by their contents.
  public func serviceWorker(for files: [OutputFile]) -> OutputFile {
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    return ServiceWorker(script: templates.assets.serviceWorker, paths: files.map(\.path)) { bytes[$0] ?? [] }.file
  }

  private func file(_ path: String, _ view: some PageView) -> OutputFile {
    OutputFile(path: PagePath.file(of: path), bytes: templates.render(view))
  }
}
