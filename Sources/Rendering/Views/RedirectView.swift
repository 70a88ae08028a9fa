/// `redirect.mustache`: an address that an entry had before.
struct RedirectView: PageView {
  static let page = TemplatePage.redirect

  let site: SiteView
  let entry: EntryLinkView

  static let names = TemplateNames<RedirectView>(
    .names(of: \.site),
    .names(of: \.entry))
}
