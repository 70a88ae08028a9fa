/// A place in an entry that names another page, to be checked when all entries are known.
struct Mention {
  enum Target: Equatable {
    /// An entry; `path` is the file a relative link leads to.
    case entry(slug: String, path: String?, anchor: String?)
    case related(slug: String)
    /// An old slug, which no other page may have.
    case formerly(slug: String)
    case area(String)
    case condition(String)
  }

  let target: Target
  /// The text of the link as the file has it; nil where that is not all of the place.
  var written: String?
  let place: Place

  /// Another word in its place, to be looked at; nil where there is none, or the file writes it otherwise.
  func fix(with word: String?) -> Fix? { written == nil ? nil : word.map { Fix(replacing: place, with: $0) } }
}
