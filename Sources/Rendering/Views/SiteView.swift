/// What every page shows around its own content, and what its head says of it.
struct SiteView: TemplateView {
  let language: String
  let siteTitle: String
  let siteDescription: String
  let repository: String?
  /// `YYYY-MM-DD`; nil without entries.
  let contentDate: String?
  /// The way from the page to the site's root, ending in `/`.
  var root: String
  /// Relative to the site's root.
  let stylesheet: String
  let icon: String
  /// Of the script that runs before the page is drawn.
  let headScript: String
  let script: String
  /// Of the module that fills commands.
  let engine: String
  /// Of the dialog that finds entries, and of the module that it asks.
  let finder: String
  let searchEngine: String
  var pageTitle: String
  var pageDescription: String
  /// Absolute; nil when the site has no address.
  var canonical: String?
  /// The pages before and after it in a list, relative to the site's root.
  var previousPage: String?
  var nextPage: String?
  var shareTitle: String
  /// Open Graph's type of the page.
  var shareType: String
  /// Open Graph's picture, absolute.
  let shareImage: String?
  /// Where the browser is sent at once, relative to the page.
  var forward: String?
  /// What the page may load.
  let contentPolicy: String
  /// The same page as Markdown, relative to the site's root; nil when it has no twin.
  var markdown: String?
  /// Likewise, nil when the site has no address: the feed, and the description for a browser's search.
  let feed: String?
  let search: String?
  /// JSON-LD, fit for a script element.
  var structuredData: HTML?

  static let names = TemplateNames<SiteView>(
    .text("language", \.language),
    .text("siteTitle", \.siteTitle),
    .text("siteDescription", \.siteDescription),
    .text("repository", \.repository),
    .text("contentDate", \.contentDate),
    .text("root", \.root),
    .text("stylesheet", \.stylesheet),
    .text("icon", \.icon),
    .text("headScript", \.headScript),
    .text("script", \.script),
    .text("engine", \.engine),
    .text("finder", \.finder),
    .text("searchEngine", \.searchEngine),
    .text("pageTitle", \.pageTitle),
    .text("pageDescription", \.pageDescription),
    .text("canonical", \.canonical),
    .text("previousPage", \.previousPage),
    .text("nextPage", \.nextPage),
    .text("shareTitle", \.shareTitle),
    .text("shareType", \.shareType),
    .text("shareImage", \.shareImage),
    .text("forward", \.forward),
    .text("contentPolicy", \.contentPolicy),
    .text("markdown", \.markdown),
    .text("feed", \.feed),
    .text("search", \.search),
    .html("structuredDataHTML", \.structuredData))
}
