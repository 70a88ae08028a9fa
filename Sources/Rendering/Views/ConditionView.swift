/// `condition.mustache`: the errors by which one state of the system shows itself.
struct ConditionView: PageView {
  static let page = TemplatePage.condition

  let site: SiteView
  let title: String
  let summary: String
  let count: String
  let entries: [EntryLinkView]
  let pager: PagerView

  static let names = TemplateNames<ConditionView>(
    .names(of: \.site),
    .text("title", \.title),
    .text("summary", \.summary),
    .text("count", \.count),
    .views("entries", \.entries),
    .names(of: \.pager))
}
