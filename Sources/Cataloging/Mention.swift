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
  let place: Place
}
