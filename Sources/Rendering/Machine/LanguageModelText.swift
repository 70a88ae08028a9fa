import Cataloging
import Decoding

/// The way into the site for language models: `llms.txt` names the areas, the Markdown of an area its entries.
enum LanguageModelText {
  /// - Parameter address: The site's, ending in `/`; without one the links are relative.
  static func overview(_ site: SiteSettings, areas: [EntryLinks.Group], address: String?) -> String {
    let base = address ?? ""
    let rows = areas.map { area, entries in
      "- \(MarkdownText.link(area.title, to: base + PagePath.markdown(PagePath.area(area.slug)))): \(Count.errors(entries.count))."
        + " \(MarkdownText.escaped(area.summary))"
    }
    return """
      # \(MarkdownText.escaped(site.title))

      > \(MarkdownText.escaped(site.description))

      Every page has a Markdown twin beside it, `index.md`. All entries with their signatures, in one file: \
      \(MarkdownText.link("index.json", to: base + "index.json")), described by \
      \(MarkdownText.link("index.schema.json", to: base + "index.schema.json")).

      ## Areas

      \(rows.joined(separator: "\n"))

      """
  }

  /// A page of an area's entries.
  static func list(_ area: Grouping, _ list: ListPage<PublishedEntry>, address: String?) -> String {
    let base = address ?? PagePath.root(from: list.path)
    let rows = list.elements.map { published in
      let page = base + PagePath.markdown(PagePath.entry(published.entry.slug))
      return "- \(MarkdownText.link(published.entry.title, to: page)): \(MarkdownText.escaped(published.firstSentence))"
    }
    let next = list.next.map { ["\(MarkdownText.link("Next page", to: base + PagePath.markdown($0)))"] } ?? []
    let blocks = ["# \(MarkdownText.escaped(list.numbered(area.title)))", MarkdownText.escaped(area.summary), rows.joined(separator: "\n")]
    return (blocks + next).joined(separator: "\n\n") + "\n"
  }
}
