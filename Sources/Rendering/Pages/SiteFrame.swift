import Cataloging
import Decoding

/// What all pages of a site have in common.
struct SiteFrame {
  private let settings: SiteSettings
  private let indexed: IndexedSite
  private let assets: PlacedAssets
  private let pageIndex: @Sendable () -> String
  /// What does not differ from page to page; the rest is that of no page.
  private let common: SiteView

  /// - Parameter pageIndex: The folder of the index in parts, from the site's root; asked for by pages that name it.
  init(settings: SiteSettings, indexed: IndexedSite, assets: PlacedAssets, pageIndex: @escaping @Sendable () -> String) {
    self.settings = settings
    self.indexed = indexed
    self.assets = assets
    self.pageIndex = pageIndex
    common = SiteView(
      language: settings.language, siteTitle: settings.title, siteDescription: settings.description,
      repository: settings.repository.flatMap(Address.external), contentDate: indexed.content.isEmpty ? nil : indexed.content,
      root: "", stylesheet: assets.place(of: Assets.stylesheet), icon: assets.place(of: Assets.icon),
      headScript: assets.place(of: Assets.headScript), script: assets.place(of: Assets.script), engine: assets.place(of: Assets.engine),
      finder: assets.place(of: Assets.finder), searchEngine: assets.place(of: Assets.search), pageTitle: settings.title,
      pageDescription: "",
      canonical: nil, previousPage: nil, nextPage: nil, shareTitle: "", shareType: "",
      shareImage: indexed.url.map { $0 + assets.place(of: Assets.shareImage) }, forward: nil,
      contentPolicy: HostFiles.contentPolicy.joined(separator: "; "), markdown: nil, feed: indexed.url.map { _ in Feed.path },
      search: indexed.url.map { _ in OpenSearch.path }, structuredData: nil)
  }

  /// What a page says of itself in its head.
  struct Head {
    /// Relative to the site's root.
    let path: String
    let title: String
    let description: String
    /// Open Graph's type of the page.
    var shareType = "website"
    /// The path that search engines are to know the page by; nil when none.
    var canonicalPath: String?
    /// The paths of the pages before and after it in a list.
    var previous: String?
    var next: String?
    /// Where the browser is sent at once, relative to the page.
    var forward: String?
    /// Descriptions for search engines.
    var structured: [JSONValue] = []
    /// Whether the page has a twin in Markdown.
    var hasMarkdown = false

    init(path: String, title: String, description: String) {
      self.path = path
      self.title = title
      self.description = description
      canonicalPath = path
    }

    /// One page of a list.
    init(_ list: ListPage<some Any>, title: String, description: String) {
      self.init(
        path: list.path, title: list.number == 1 ? title : list.numbered(title),
        description: list.number == 1 ? description : "Page \(list.number) of \(list.count). \(description)")
      previous = list.previous
      next = list.next
    }
  }

  /// The site's address, ending in `/`; nil when it has none yet.
  var address: String? { indexed.url }
  var title: String { settings.title }
  /// Where the icon is, from the site's root.
  var icon: String { assets.place(of: Assets.icon) }

  func view(_ head: Head) -> SiteView {
    var view = common
    view.root = PagePath.isShownAnywhere(head.path) ? basePath : PagePath.root(from: head.path)
    if head.path != PagePath.home { view.pageTitle = "\(head.title) · \(settings.title)" }
    view.pageDescription = head.description
    view.canonical = head.canonicalPath.flatMap { path in address.map { $0 + path } }
    (view.previousPage, view.nextPage) = (head.previous, head.next)
    (view.shareTitle, view.shareType) = (head.title, head.shareType)
    view.forward = head.forward
    view.markdown = head.hasMarkdown ? PagePath.markdown(head.path) : nil
    view.structuredData = head.structured.isEmpty ? nil : StructuredData.html(of: head.structured)
    return view
  }

  /// What the home page's box needs, relative to the site's root.
  var box: BoxView {
    BoxView(
      module: assets.place(of: Assets.box), worker: assets.place(of: Assets.worker), index: pageIndex(), proposal: Proposal.form(settings),
      report: Proposal.reportForm(settings))
  }

  /// The path of the site's address, `/` at both ends: for what is read at any address.
  var basePath: String {
    guard let address, let scheme = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "/" }
    let host = address.utf8[scheme...].dropFirst("://".utf8.count)
    return host.firstIndex(of: UInt8(ascii: "/")).map { String(address[$0...]) } ?? "/"
  }
}
