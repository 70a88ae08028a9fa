/// What the path of an entry's file says: `entries/<area>/<slug>.md`.
package struct EntryAddress {
  let area: String
  let slug: String
  let path: String

  /// Names that are subcommands of `decode`.
  package static let reserved = ["run", "list", "help"]

  /// - Returns: nil when the path is not of that form.
  init?(path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
    guard parts.count == 3, parts[0] == "entries", parts[2].hasSuffix(".md") else { return nil }
    area = String(parts[1])
    slug = String(parts[2].dropLast(3))
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
