import Cataloging

/// Where titles are found that begin with no letter from A to Z.
private let others = "0–9"

/// The list of all errors from A to Z: one page while they are few, else one that leads to those of each letter.
struct LetterPages {
  fileprivate struct Letter {
    /// A capital letter, or `0–9` for all else.
    let name: String
    let entries: [PublishedEntry]

    /// The name as addresses have it.
    private var key: String { name == others ? "0-9" : name.lowercased() }
    var anchor: String { "letter-\(key)" }
    var path: String { "letters/\(key)/" }
  }

  private let count: Int
  private let letters: [Letter]
  private let links: EntryLinks

  init(_ links: EntryLinks) {
    self.links = links
    count = links.entries.count
    letters = Dictionary(grouping: links.entries) { $0.titleKey.letter ?? others }.sorted { $0.key < $1.key }
      .map { Letter(name: $0, entries: $1) }
  }

  /// A page of the list, before it is put into the site's frame.
  struct Page {
    let title: String
    let description: String
    let list: ListPage<PublishedEntry>
    fileprivate let letter: Letter?
  }

  /// The first is the one at `errors/`.
  func pages(siteTitle: String) -> [Page] {
    let title = "All errors from A to Z"
    let all = ListPage(elements: links.entries[...], number: 1, count: 1, start: PagePath.errors)
    let first = Page(title: title, description: "Every error that \(siteTitle) explains, from A to Z.", list: all, letter: nil)
    guard isDivided else { return [first] }
    return [first]
      + letters.flatMap { letter in
        letter.entries.pages(at: letter.path, length: ListLength.letters).map { page in
          Page(
            title: "Errors from A to Z: \(letter.name)",
            description: page.numbered("The errors that \(siteTitle) explains under \(letter.name)") + ".", list: page, letter: letter)
        }
      }
  }

  func view(_ page: Page, site: SiteView) -> ErrorsView {
    ErrorsView(
      site: site, title: page.title, count: page.list.numbered(Count.errors(page.letter?.entries.count ?? count)),
      letterLinks: letters.map { letter in
        LetterLinkView(
          name: letter.name, href: isDivided ? site.root + letter.path : "#\(letter.anchor)",
          count: isDivided && page.letter == nil ? Count.grouped(letter.entries.count) : nil, isCurrent: letter.name == page.letter?.name)
      },
      letters: shown(on: page), pager: PagerView(page.list))
  }

  /// Whether the errors are too many for one page.
  private var isDivided: Bool { count > ListLength.letters }

  private func shown(on page: Page) -> [LetterView] {
    if let letter = page.letter {
      return [LetterView(name: letter.name, anchor: letter.anchor, entries: links.links(to: page.list.elements))]
    }
    return isDivided ? [] : letters.map { LetterView(name: $0.name, anchor: $0.anchor, entries: links.links(to: $0.entries)) }
  }
}
