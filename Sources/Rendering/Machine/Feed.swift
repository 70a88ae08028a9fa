import Cataloging

/// The entries that were changed last, as an Atom feed (RFC 4287).
///
/// An entry's id is its page's address: it stays the same however often the entry changes.
struct Feed {
  static let path = "feed.xml"
  private static let length = 50

  let site: SiteSettings
  let entries: [PublishedEntry]
  /// The site's, ending in `/`.
  let address: String

  var text: String {
    let newest = entries.sorted {
      $0.entry.updated == $1.entry.updated ? PublishedEntry.isBefore($0, $1) : $0.entry.updated > $1.entry.updated
    }.prefix(Self.length)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(HTML.escaped(site.language))">
      <id>\(HTML.escaped(address))</id>
      <title>\(HTML.escaped(site.title))</title>
      <subtitle>\(HTML.escaped(site.description))</subtitle>
      <link rel="self" type="application/atom+xml" href="\(HTML.escaped(address + Self.path))"/>
      <link rel="alternate" type="text/html" href="\(HTML.escaped(address))"/>
      <author><name>\(HTML.escaped(site.title))</name></author>
      <updated>\(time(newest.first?.entry.updated ?? "1970-01-01"))</updated>
      \(newest.map(item).joined(separator: "\n"))
      </feed>

      """
  }

  private func item(_ published: PublishedEntry) -> String {
    let page = HTML.escaped(address + PagePath.entry(published.entry.slug))
    return """
      <entry>
      <id>\(page)</id>
      <title>\(HTML.escaped(published.entry.title))</title>
      <link rel="alternate" type="text/html" href="\(page)"/>
      <updated>\(time(published.entry.updated))</updated>
      <summary>\(HTML.escaped(published.fill.text(of: published.entry.summary)))</summary>
      </entry>
      """
  }

  /// A day's beginning: entries know no hour.
  private func time(_ day: String) -> String { "\(day)T00:00:00Z" }
}
