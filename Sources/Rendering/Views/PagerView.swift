/// The way through the pages of a list. The pages before and after are names of the site's own, because the head says them, too.
struct PagerView: TemplateView {
  let pages: [PageLinkView]

  /// The first page, the last and those near the one shown: a long list has no long way.
  init(_ page: ListPage<some Any>) {
    var pages: [PageLinkView] = []
    var last = 0
    for number in 1...page.count where number == 1 || number == page.count || abs(number - page.number) <= 2 {
      if number > last + 1 { pages.append(PageLinkView(address: nil, name: "…", isCurrent: false)) }
      let isCurrent = number == page.number
      pages.append(PageLinkView(address: isCurrent ? nil : page.path(of: number), name: String(number), isCurrent: isCurrent))
      last = number
    }
    self.pages = pages
  }

  static let names = TemplateNames<PagerView>(
    .flag("hasPages") { $0.pages.count > 1 },
    .views("pages", \.pages))
}

/// A page of a list, or the gap between two.
struct PageLinkView: TemplateView {
  /// Relative to the site's root; nil for the page shown and for a gap.
  let address: String?
  let name: String
  let isCurrent: Bool

  static let names = TemplateNames<PageLinkView>(
    .text("pageAddress", \.address),
    .text("pageName", \.name),
    .flag("isCurrentPage", \.isCurrent))
}
