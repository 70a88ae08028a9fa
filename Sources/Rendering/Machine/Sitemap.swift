import Cataloging

/// The list of pages for search engines, as sitemaps.org has it; in parts where one file may not hold them all.
struct Sitemap {
  static let path = "sitemap.xml"
  /// How many addresses the protocol lets one file hold.
  static let limit = 50_000

  struct Page {
    let path: String
    /// `YYYY-MM-DD`.
    let updated: String?
  }

  let pages: [Page]
  /// The site's, ending in `/`.
  let address: String
  var limit = Sitemap.limit

  /// `sitemap.xml`: the pages, or where there are too many an index of `sitemap-1.xml`, `sitemap-2.xml`, ….
  var files: [OutputFile] {
    guard pages.count > limit else { return [file(Self.path, list(pages[...]))] }
    let parts = stride(from: 0, to: pages.count, by: limit).map { pages[$0..<min($0 + limit, pages.count)] }
    let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
    let index = document("sitemapindex", names.map { "<sitemap><loc>\(HTML.escaped(address + $0))</loc></sitemap>" })
    return [file(Self.path, index)] + zip(names, parts).map { file($0, list($1)) }
  }

  private func list(_ pages: ArraySlice<Page>) -> String {
    document(
      "urlset",
      pages.map { page in
        let updated = page.updated.map { "<lastmod>\(HTML.escaped($0))</lastmod>" } ?? ""
        return "<url><loc>\(HTML.escaped(address + page.path))</loc>\(updated)</url>"
      })
  }

  private func document(_ element: String, _ lines: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <\(element) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    \(lines.joined(separator: "\n"))
    </\(element)>

    """
  }

  private func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }
}
