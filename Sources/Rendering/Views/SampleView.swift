/// Verbatim text of the error, with where it is from: an address, or words.
struct SampleView: TemplateView {
  let html: HTML
  let label: String
  let source: String
  let link: ReferenceView?

  static let names = TemplateNames<SampleView>(
    .html("sampleHTML", \.html),
    .text("sampleLabel", \.label),
    .text("sampleSource", \.source),
    .view("sampleLink", \.link))
}

/// A wording that the entry knows.
struct WordingView: TemplateView {
  let html: HTML
  /// Where and since when the wording is met.
  let label: String?

  static let names = TemplateNames<WordingView>(
    .html("wordingHTML", \.html),
    .text("wordingLabel", \.label))
}
