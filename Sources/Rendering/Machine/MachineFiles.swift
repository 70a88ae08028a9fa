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
    files += links.areas.flatMap { area, entries in
      entries.pages(at: PagePath.area(area.slug), length: ListLength.area).map { page in
        file(PagePath.markdown(page.path), LanguageModelText.list(area, page, address: frame.address))
      }
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
    let pages = { (list: [PublishedEntry], path: String, length: Int) in
      list.pages(at: path, length: length).map { Sitemap.Page(path: $0.path, updated: newest(list)) }
    }
    let letters = LetterPages(links).pages(siteTitle: frame.title).map { $0.list.path }
    let lists = ([PagePath.home] + letters).map { Sitemap.Page(path: $0, updated: newest(links.entries)) }
    let groups = links.areas.flatMap { pages($0.entries, PagePath.area($0.grouping.slug), ListLength.area) }
    let conditions = links.conditions.flatMap { pages($0.entries, PagePath.condition($0.grouping.slug), ListLength.condition) }
    let entries = links.entries.map { Sitemap.Page(path: PagePath.entry($0.entry.slug), updated: $0.entry.updated) }
    return lists + [Sitemap.Page(path: PagePath.accuracy, updated: nil)] + (groups + conditions + entries).sorted { $0.path < $1.path }
  }

  private func markdown(_ published: PublishedEntry) -> PlannedFile {
    let address = frame.address
    return PlannedFile(path: PagePath.markdown(PagePath.entry(published.entry.slug))) {
      var digester = Digester()
      digester.add(published.entry.digest)
      digester.add(address ?? "")
      return PreparedFile(key: digester.digest) { MarkdownPage(published, address: address).bytes }
    }
  }

  private func file(_ path: String, _ text: @escaping @autoclosure @Sendable () -> String) -> PlannedFile {
    PlannedFile(path: path) { Array(text().utf8) }
  }
}
