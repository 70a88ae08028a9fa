public import Cataloging
public import Decoding

/// Makes a site's files out of a catalog. Pure: the same catalog, index and templates give the same bytes.
public struct SiteRenderer: Sendable {
  private let templates: Templates

  public init(templates: Templates) {
    self.templates = templates
  }

  /// The pages of all published entries, the home page and the assets.
  ///
  /// - Parameter index: The index of this very catalog, an entry for each page; the examples and the site's address come from it.
  /// - Returns: The files in the order of their paths.
  public func render(_ catalog: Catalog, index: SearchIndex) -> [OutputFile] {
    let site = Site(catalog: catalog, index: index, assets: templates.assets.placed(style: catalog.site.style))
    let indexed = Dictionary(index.entries.map { ($0.slug, $0) }) { first, _ in first }
    let links = EntryLinks(catalog)
    var anatomies: [Slug: Anatomy] = [:]
    var files = site.assets.files
    for entry in catalog.published {
      guard let indexed = indexed[entry.slug.text] else { continue }
      let anatomy = Anatomy(of: entry, indexed: indexed)
      anatomies[entry.slug] = anatomy
      let page = EntryPage(
        entry: entry, settings: catalog.site, links: links, captures: indexed.captures, anatomy: anatomy)
      let view = page.view(site: site.view(of: entry, description: page.fill.text(of: entry.firstSentence)))
      files.append(OutputFile(path: "errors/\(entry.slug)/index.html", bytes: templates.render(view, with: "entry")))
    }
    files.append(OutputFile(path: "index.html", bytes: templates.render(home(site, anatomies: anatomies), with: "home")))
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func home(_ site: Site, anatomies: [Slug: Anatomy]) -> HomeView {
    let published = Dictionary(grouping: site.catalog.published, by: \.area)
    let areas = site.catalog.areas.compactMap { area -> AreaView? in
      guard let entries = published[area.slug] else { return nil }
      let links = entries.map {
        EntryLinkView(address: "errors/\($0.slug)/", title: $0.title, message: anatomies[$0.slug].map { HTML.visible($0.text) })
      }
      return AreaView(title: area.title, anchor: "area-\(area.slug)", summary: area.summary, entries: links)
    }
    return HomeView(site: site.homeView, areas: areas)
  }
}

/// What all pages of a site have in common.
private struct Site {
  let catalog: Catalog
  let index: SearchIndex
  let assets: PlacedAssets

  var homeView: SiteView {
    let title = catalog.site.title
    return view(
      root: "./", path: "", pageTitle: title, description: catalog.site.description, shareTitle: title, shareType: "website")
  }

  func view(of entry: Entry, description: String) -> SiteView {
    view(
      root: EntryPage.root, path: "errors/\(entry.slug)/", pageTitle: "\(entry.title) · \(catalog.site.title)", description: description,
      shareTitle: entry.title, shareType: "article")
  }

  private func view(
    root: String, path: String, pageTitle: String, description: String, shareTitle: String, shareType: String
  ) -> SiteView {
    let settings = catalog.site
    return SiteView(
      language: settings.language, siteTitle: settings.title, siteDescription: settings.description,
      repository: settings.repository.flatMap(Address.external), contentDate: index.site.content.isEmpty ? nil : index.site.content,
      root: root, stylesheet: assets.stylesheet, icon: assets.icon, pageTitle: pageTitle, pageDescription: description,
      canonical: index.site.url.map { $0 + path }, shareTitle: shareTitle, shareType: shareType)
  }
}
