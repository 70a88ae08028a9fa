import Cataloging

/// The files of each published entry but for its Markdown twin: its page, its part of the index, and the pages at its old addresses.
struct EntryFiles: Sendable {
  private static let folder = "errors/"

  let templates: Templates
  let pages: SitePages

  var all: [PlannedFile] {
    pages.links.entries.flatMap { entry in files(of: entry) + entry.entry.formerly.map { redirect(from: $0, to: entry) } }
  }

  /// The file at a path; nil when it is none of these.
  func file(at path: String) -> PlannedFile? {
    guard path.utf8.starts(with: Self.folder.utf8), let name = path.dropFirst(Self.folder.count).split(separator: "/").first,
      let slug = Slug(String(name))
    else { return nil }
    let files = pages.links.published(slug).map(files) ?? []
    if let file = files.first(where: { $0.path == path }) { return file }
    return pages.links.published(formerly: slug).map { redirect(from: slug, to: $0) }.flatMap { $0.path == path ? $0 : nil }
  }

  private func files(of entry: PublishedEntry) -> [PlannedFile] {
    [
      PlannedFile(path: entry.path + PageIndex.entry) { entry.indexPart.value },
      templates.page(entry.path, pages.entry(entry)),
    ]
  }

  private func redirect(from old: Slug, to entry: PublishedEntry) -> PlannedFile {
    templates.page(PagePath.entry(old), pages.redirect(from: old, to: entry))
  }
}
