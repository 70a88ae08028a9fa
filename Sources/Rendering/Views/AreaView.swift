/// `area.mustache`: all errors of an area.
struct AreaView: PageView {
  static let page = TemplatePage.area

  let site: SiteView
  let title: String
  let summary: String
  let count: String
  let entries: [EntryLinkView]
  let otherAreas: [GroupLinkView]
  let pager: PagerView

  static let names = TemplateNames<AreaView>(
    .names(of: \.site),
    .text("title", \.title),
    .text("summary", \.summary),
    .text("count", \.count),
    .views("entries", \.entries),
    .flag("hasOtherAreas") { !$0.otherAreas.isEmpty },
    .views("otherAreas", \.otherAreas),
    .names(of: \.pager))
}
