/// `redirect.mustache`: an address that an entry had before.
struct RedirectView: PageView {
  static let page = TemplatePage.redirect

  let site: SiteView
  /// The entry's.
  let title: String

  static let names = TemplateNames<RedirectView>(
    .names(of: \.site),
    .text("title", \.title))
}
