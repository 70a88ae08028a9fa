/// `not-found.mustache`: what a server shows for an address that is none.
struct NotFoundView: PageView {
  static let page = TemplatePage.notFound

  let site: SiteView
  let areas: [GroupLinkView]
  /// Where a new entry can be begun.
  let proposal: String?

  static let names = TemplateNames<NotFoundView>(
    .names(of: \.site),
    .flag("hasAreas") { !$0.areas.isEmpty },
    .views("areas", \.areas),
    .text("proposal", \.proposal))
}
