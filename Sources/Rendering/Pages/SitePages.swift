import Cataloging
import Decoding

/// Makes the views of a site's pages, each with its path from the site's root.
struct SitePages {
  /// How many entries the home page shows.
  private static let newest = 8

  let catalog: Catalog
  let frame: SiteFrame
  let links: EntryLinks

  // MARK: Entries

  func entry(_ published: PublishedEntry) -> EntryView {
    let path = PagePath.entry(published.entry.slug)
    var head = SiteFrame.Head(path: path, title: published.entry.title, description: published.firstSentence)
    head.shareType = "article"
    head.structured = structured(published)
    head.hasMarkdown = true
    let page = EntryPage(published, settings: catalog.site, links: links, root: PagePath.root(from: path))
    return page.view(site: frame.view(head))
  }

  /// The page that a draft would have.
  func draft(_ entry: Entry) -> EntryView {
    let index = IndexBuilder.index(of: [entry], site: IndexedSite(title: "", url: nil, content: ""))
    return self.entry(PublishedEntry(entry, indexed: index.entries[0]))
  }

  /// The page at an address that an entry had before.
  func redirect(from old: Slug, to published: PublishedEntry) -> RedirectView {
    var head = SiteFrame.Head(path: PagePath.entry(old), title: published.entry.title, description: published.firstSentence)
    head.shareType = "article"
    head.canonicalPath = PagePath.entry(published.entry.slug)
    head.forward = "../\(published.entry.slug)/"
    return RedirectView(site: frame.view(head), title: published.entry.title)
  }

  // MARK: Groups

  /// A page whose view is made when it is asked for.
  typealias Planned<View> = (path: String, view: @Sendable () -> View)

  func area(_ area: Grouping, entries: [PublishedEntry]) -> [Planned<AreaView>] {
    entries.pages(at: PagePath.area(area.slug), length: ListLength.area).map { page in
      (
        page.path,
        {
          var head = head(of: area, page)
          head.hasMarkdown = true
          return AreaView(
            site: frame.view(head), title: area.title, summary: area.summary, count: page.numbered(Count.errors(entries.count)),
            entries: links.links(to: page.elements), otherAreas: areaLinks.filter { $0.title != area.title }, pager: PagerView(page))
        }
      )
    }
  }

  func condition(_ condition: Grouping, entries: [PublishedEntry]) -> [Planned<ConditionView>] {
    entries.pages(at: PagePath.condition(condition.slug), length: ListLength.condition).map { page in
      (
        page.path,
        {
          ConditionView(
            site: frame.view(head(of: condition, page)), title: condition.title, summary: condition.summary,
            count: page.numbered(Count.errors(entries.count)), entries: links.links(to: page.elements), pager: PagerView(page))
        }
      )
    }
  }

  private func head(of grouping: Grouping, _ page: ListPage<PublishedEntry>) -> SiteFrame.Head {
    var head = SiteFrame.Head(page, title: grouping.title, description: grouping.summary)
    if let address = frame.address {
      head.structured = [StructuredData.breadcrumbs([(frame.title, address), (grouping.title, address + page.start)])]
    }
    return head
  }

  private var areaLinks: [GroupLinkView] {
    links.areas.map { area, entries in
      GroupLinkView(address: PagePath.area(area.slug), title: area.title, count: Count.errors(entries.count))
    }
  }

  // MARK: Lists

  var home: HomeView {
    let areas = zip(links.areas, areaLinks).map { HomeAreaView(link: $1, summary: $0.grouping.summary) }
    let newest = links.entries.sorted {
      $0.entry.updated == $1.entry.updated ? PublishedEntry.isBefore($0, $1) : $0.entry.updated > $1.entry.updated
    }
    let head = SiteFrame.Head(path: PagePath.home, title: catalog.site.title, description: catalog.site.description)
    return HomeView(
      site: frame.view(head), box: frame.box, examples: HomeExamples.choose(of: links), areas: areas,
      newest: links.links(to: newest.prefix(Self.newest)), count: Count.errors(links.entries.count))
  }

  /// The list from A to Z.
  var errors: [Planned<ErrorsView>] {
    let letters = LetterPages(links)
    return letters.pages(siteTitle: catalog.site.title).map { page in
      (
        page.list.path,
        {
          letters.view(
            page, site: frame.view(SiteFrame.Head(page.list, title: page.title, description: page.description)))
        }
      )
    }
  }

  func accuracy(_ accuracy: Accuracy) -> AccuracyView {
    let head = SiteFrame.Head(
      path: PagePath.accuracy, title: "Accuracy",
      description: "How many real error texts \(catalog.site.title) answers rightly, area by area, and how often it is wrong.")
    let addresses = Set(links.areas.map { PagePath.area($0.grouping.slug) })
    return AccuracyPage(accuracy: accuracy, areaAddresses: addresses).view(site: frame.view(head))
  }

  var notFound: NotFoundView {
    var head = SiteFrame.Head(path: PagePath.notFound, title: "There is no such page", description: "There is no page at this address.")
    head.canonicalPath = nil
    return NotFoundView(site: frame.view(head), areas: areaLinks, proposal: Proposal.address(catalog.site))
  }

  var offline: OfflineView {
    var head = SiteFrame.Head(
      path: PagePath.offline, title: "No network", description: "This page has not been kept for reading without a network.")
    head.canonicalPath = nil
    return OfflineView(site: frame.view(head))
  }

  // MARK: For search engines

  /// Nothing without an address of the site, as with every other absolute address.
  private func structured(_ published: PublishedEntry) -> [JSONValue] {
    guard let address = frame.address else { return [] }
    let entry = published.entry
    let page = address + PagePath.entry(entry.slug)
    let article = StructuredData.article(
      title: entry.title, description: published.firstSentence, address: page, updated: entry.updated, language: catalog.site.language,
      site: (frame.title, address))
    let area = (links.areaTitle(of: entry), address + PagePath.area(entry.area))
    let breadcrumbs = StructuredData.breadcrumbs([(frame.title, address), area, (entry.title, page)])
    guard catalog.site.hasFAQJSONLD, !published.indexed.faq.isEmpty else { return [article, breadcrumbs] }
    let questions = published.indexed.faq.map { (published.fill.text(of: $0.question), published.fill.text(of: $0.answer)) }
    return [article, breadcrumbs, StructuredData.questions(questions)]
  }
}

/// Numbers in words.
enum Count {
  static func errors(_ count: Int) -> String { count == 1 ? "1 error" : "\(count) errors" }

  /// `33,514`.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : String(digit)
    }.joined()
  }
}
