import ArgumentParser
import Cataloging

/// The areas and entries that there are, to name a new entry by.
struct KnownAddresses {
  struct Address {
    let area: Slug
    let slug: Slug
  }

  let areas: [String]
  /// Paths of entries, by their slugs in lower case.
  private let entries: [String: String]
  /// The folder of content, with its final `/`.
  private let folder: String

  init(_ sources: [SourceFile], folder: String) {
    areas = Grouping.areas(in: sources).map(\.slug.text)
    let paths = sources.map(\.path).filter { $0.hasPrefix("entries/") && $0.hasSuffix(".md") }
    entries = Dictionary(paths.map { (String($0.split(separator: "/").last?.dropLast(3) ?? "").lowercased(), $0) }) { first, _ in first }
    self.folder = folder
  }

  /// - Throws: `ValidationError` for what is no address of a new entry.
  func address(_ text: String) throws -> Address {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw ValidationError("'\(text)' is no AREA/SLUG: write, for example, node/my-error") }
    return Address(area: try area(parts[0]), slug: try slug(parts[1]))
  }

  func area(_ text: String) throws -> Slug {
    if let area = Slug(text), areas.contains(text) { return area }
    let nearest = Suggestion.nearest(to: text, among: areas).map { "Did you mean '\($0)'?" }
    let known = areas.isEmpty ? "There are none yet." : "There are: \(areas.joined(separator: ", "))."
    throw ValidationError(
      """
      There is no area '\(text)'. \(nearest ?? known)
      A new area is three lines in \(folder)areas.yml:

        \(Slug(text)?.text ?? "my-area"):
          title: Its name
          summary: What its errors have in common, in a sentence.

      """)
  }

  func slug(_ text: String) throws -> Slug {
    guard let slug = Slug(text) else {
      throw ValidationError("'\(text)' is no slug: lower-case letters and digits, joined by single -, at most 64 characters.")
    }
    if EntryAddress.reserved.contains(text) { throw ValidationError("'\(text)' is a subcommand of decode: choose a longer slug.") }
    if let path = entries[text] { throw ValidationError("The entry '\(text)' is there already: \(folder)\(path)") }
    return slug
  }
}
