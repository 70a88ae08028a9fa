/// `home.mustache`.
struct HomeView: PageView {
  static let page = TemplatePage.home

  let site: SiteView
  let areas: [HomeAreaView]

  static let names = TemplateNames<HomeView>(
    .names(of: \.site),
    .flag("hasAreas") { !$0.areas.isEmpty },
    .views("areas", \.areas))
}

/// An area on the home page, with the entries that were worked on last.
struct HomeAreaView: TemplateView {
  let address: String
  let title: String
  let anchor: String
  let summary: String
  let entries: [EntryLinkView]
  /// How many there are in all, in words; nil when `entries` has them all.
  let all: String?

  static let names = TemplateNames<HomeAreaView>(
    .text("areaAddress", \.address),
    .text("areaTitle", \.title),
    .text("areaAnchor", \.anchor),
    .text("areaSummary", \.summary),
    .views("areaEntries", \.entries),
    .text("areaAll", \.all))
}
