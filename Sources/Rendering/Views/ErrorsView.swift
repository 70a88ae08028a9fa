/// `errors.mustache`: all errors from A to Z.
struct ErrorsView: PageView {
  static let page = TemplatePage.errors

  let site: SiteView
  let count: String
  let letters: [LetterView]

  static let names = TemplateNames<ErrorsView>(
    .names(of: \.site),
    .text("count", \.count),
    .flag("hasLetters") { !$0.letters.isEmpty },
    .views("letters", \.letters))
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
