/// `offline.mustache`: what is shown in place of a page that was never read while there was a network.
struct OfflineView: PageView {
  static let page = TemplatePage.offline

  let site: SiteView

  static let names = TemplateNames<OfflineView>(.names(of: \.site))
}
