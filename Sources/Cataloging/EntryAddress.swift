/// What the path of an entry's file says: `entries/<area>/<slug>.md`.
package struct EntryAddress {
  let area: String
  let slug: String
  let path: String

  /// Names that are subcommands of `decode`.
  package static let reserved = ["run", "list", "help"]

  /// - Returns: nil when the path is not of that form.
  init?(path: String) {
    let (folder, suffix) = ("entries/", ".md")
    guard path.hasPrefix(folder), path.hasSuffix(suffix) else { return nil }
    let parts = path.utf8.dropFirst(folder.utf8.count).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    area = String(Substring(parts[0]))
    slug = String(Substring(parts[1].dropLast(suffix.utf8.count)))
    self.path = path
  }

  /// The slugs of area and entry, when both are some.
  func check(_ collector: FindingCollector) -> (area: Slug, slug: Slug)? {
    let place = collector.source.place(at: 0)
    for (name, subject) in [(area, "area"), (slug, "slug")] where Slug(name) == nil {
      collector.add(
        .badSlug, at: place, "'\(name)' is no \(subject)",
        hint: "rename it: lower-case letters and digits, joined by single -, at most 64 characters")
    }
    if EntryAddress.reserved.contains(slug) {
      collector.add(.reservedSlug, at: place, "'\(slug)' is a subcommand of decode", hint: "choose a longer slug")
    }
    guard let area = Slug(area), let slug = Slug(slug) else { return nil }
    return (area, slug)
  }
}
