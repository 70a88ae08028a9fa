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

  /// An area's entries.
  static func list(_ area: Grouping, entries: [PublishedEntry], address: String?) -> String {
    // From `areas/<area>/`, where the list stands.
    let base = address ?? "../../"
    let rows = entries.map { published in
      let page = base + PagePath.markdown(PagePath.entry(published.entry.slug))
      return "- \(MarkdownText.link(published.entry.title, to: page)): \(MarkdownText.escaped(published.firstSentence))"
    }
    return "# \(MarkdownText.escaped(area.title))\n\n\(MarkdownText.escaped(area.summary))\n\n\(rows.joined(separator: "\n"))\n"
  }
}
