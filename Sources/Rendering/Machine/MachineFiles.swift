import Cataloging
import Decoding

/// The files of a site that programs read: search engines, feed readers, browsers, hosts and language models.
///
/// What needs absolute addresses is left out while the site has none.
struct MachineFiles {
  let catalog: Catalog
  let frame: SiteFrame
  let links: EntryLinks

  var files: [PlannedFile] {
    var files = [
      file("robots.txt", HostFiles.robots(sitemap: frame.address.map { $0 + Sitemap.path })),
      file("_headers", HostFiles.headers(basePath: frame.basePath)),
      file("_redirects", HostFiles.redirects(basePath: frame.basePath, moves: moves)),
      file(".nojekyll", ""),
      file(WebManifest.path, WebManifest.text(catalog.site, icon: frame.icon)),
      file("llms.txt", LanguageModelText.overview(catalog.site, areas: links.areas, address: frame.address)),
    ]
    files += links.areas.map { area, entries in
      file(PagePath.markdown(PagePath.area(area.slug)), LanguageModelText.list(area, entries: entries, address: frame.address))
    }
    files += links.entries.map(markdown)
    guard let address = frame.address else { return files }
    files += Sitemap(pages: pages, address: address).files.map(PlannedFile.init)
    files.append(file(Feed.path, Feed(site: catalog.site, entries: links.entries, address: address).text))
    files.append(file(OpenSearch.path, OpenSearch.text(catalog.site, address: address, icon: frame.icon)))
    return files
  }

  private var moves: [(old: Slug, new: Slug)] {
    links.entries.flatMap { published in published.entry.formerly.map { ($0, published.entry.slug) } }.sorted { $0.0 < $1.0 }
  }

  /// Every page that search engines are to know.
  private var pages: [Sitemap.Page] {
    let newest = { (entries: [PublishedEntry]) in entries.map(\.entry.updated).max() }
    let lists = [PagePath.home, PagePath.errors].map { Sitemap.Page(path: $0, updated: newest(links.entries)) }
    let groups = links.areas.map { Sitemap.Page(path: PagePath.area($0.grouping.slug), updated: newest($0.entries)) }
    let conditions = links.conditions.map { Sitemap.Page(path: PagePath.condition($0.grouping.slug), updated: newest($0.entries)) }
    let entries = links.entries.map { Sitemap.Page(path: PagePath.entry($0.entry.slug), updated: $0.entry.updated) }
    return lists + [Sitemap.Page(path: PagePath.accuracy, updated: nil)] + (groups + conditions + entries).sorted { $0.path < $1.path }
  }

  private func markdown(_ published: PublishedEntry) -> PlannedFile {
    let address = frame.address
    return PlannedFile(path: PagePath.markdown(PagePath.entry(published.entry.slug))) {
      var digester = Digester()
      digester.add(published.entry.digest)
      digester.add(address ?? "")
      return PreparedFile(key: digester.digest) { Array(MarkdownPage(published, address: address).text.utf8) }
    }
  }

  private func file(_ path: String, _ text: @escaping @autoclosure @Sendable () -> String) -> PlannedFile {
    PlannedFile(path: path) { Array(text().utf8) }
  }
}
