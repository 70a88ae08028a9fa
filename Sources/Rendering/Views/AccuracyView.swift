/// `accuracy.mustache`: how well the entries know their texts.
struct AccuracyView: PageView {
  static let page = TemplatePage.accuracy

  let site: SiteView
  /// Lines of all healthy logs; nil without logs.
  let healthyLines: String?
  /// An area each, then all together.
  let rows: [AccuracyRowView]

  static let names = TemplateNames<AccuracyView>(
    .names(of: \.site),
    .text("healthyLines", \.healthyLines),
    .views("rows", \.rows))
}

/// The counts of an area, or of all.
struct AccuracyRowView: TemplateView {
  let title: String
  /// Nil for all together.
  let address: String?
  let entries: String
  let samples: String
  let first: String
  let captures: String
  let crossFires: String
  let counterexamples: String
  let quiet: String
  let falsePositives: String

  static let names = TemplateNames<AccuracyRowView>(
    .text("rowTitle", \.title),
    .text("rowAddress", \.address),
    .text("rowEntries", \.entries),
    .text("rowSamples", \.samples),
    .text("rowFirst", \.first),
    .text("rowCaptures", \.captures),
    .text("rowCrossFires", \.crossFires),
    .text("rowCounterexamples", \.counterexamples),
    .text("rowQuiet", \.quiet),
    .text("rowFalsePositives", \.falsePositives))
}
