import Mustache

/// What every page shows around its own content, and what its head says of it.
struct SiteView: MustacheParent {
  let language: String
  let siteTitle: String
  let siteDescription: String
  let repository: String?
  /// `YYYY-MM-DD`; nil without entries.
  let contentDate: String?
  /// The way from the page to the site's root, ending in `/`.
  let root: String
  /// Relative to the site's root.
  let stylesheet: String
  let icon: String
  let pageTitle: String
  let pageDescription: String
  /// Absolute; nil when the site has no address.
  let canonical: String?
  let shareTitle: String
  /// Open Graph's type of the page.
  let shareType: String

  func child(named name: String) -> Any? {
    switch name {
    case "language": language
    case "siteTitle": siteTitle
    case "siteDescription": siteDescription
    case "repository": repository
    case "contentDate": contentDate
    case "root": root
    case "stylesheet": stylesheet
    case "icon": icon
    case "pageTitle": pageTitle
    case "pageDescription": pageDescription
    case "canonical": canonical
    case "shareTitle": shareTitle
    case "shareType": shareType
    default: nil
    }
  }
}
