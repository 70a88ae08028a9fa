/// `errors.mustache`: all errors from A to Z, or those of a letter.
struct ErrorsView: PageView {
  static let page = TemplatePage.errors

  let site: SiteView
  let title: String
  let count: String
  let letterLinks: [LetterLinkView]
  /// Those whose errors the page shows.
  let letters: [LetterView]
  let pager: PagerView

  static let names = TemplateNames<ErrorsView>(
    .names(of: \.site),
    .text("title", \.title),
    .text("count", \.count),
    .flag("hasLetters") { !$0.letterLinks.isEmpty },
    .views("letterLinks", \.letterLinks),
    .views("letters", \.letters),
    .names(of: \.pager))
}

/// The way to the errors of a letter.
struct LetterLinkView: TemplateView {
  let name: String
  /// Relative to the page.
  let href: String
  /// How many errors it has, where they stand on a page of their own.
  let count: String?
  let isCurrent: Bool

  static let names = TemplateNames<LetterLinkView>(
    .text("letterLinkName", \.name),
    .text("letterHref", \.href),
    .text("letterCount", \.count),
    .flag("isCurrentLetter", \.isCurrent))
}

/// The errors whose titles begin with one letter.
struct LetterView: TemplateView {
  /// A capital letter, or `0–9` for all else.
  let name: String
  let anchor: String
  let entries: [EntryLinkView]

  static let names = TemplateNames<LetterView>(
    .text("letterName", \.name),
    .text("letterAnchor", \.anchor),
    .views("letterEntries", \.entries))
}
