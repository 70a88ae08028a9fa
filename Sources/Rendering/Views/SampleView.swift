import Mustache

/// Verbatim text of the error, with where it is from: an address, or words.
struct SampleView: MustacheParent {
  let html: String
  let label: String
  let source: String
  let link: ReferenceView?

  func child(named name: String) -> Any? {
    switch name {
    case "sampleHTML": html
    case "sampleLabel": label
    case "sampleSource": source
    case "sampleLink": link
    default: nil
    }
  }
}

/// A wording that the entry knows.
struct WordingView: MustacheParent {
  let html: String
  /// Where and since when the wording is met.
  let label: String?

  func child(named name: String) -> Any? {
    switch name {
    case "wordingHTML": html
    case "wordingLabel": label
    default: nil
    }
  }
}
