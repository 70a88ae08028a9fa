/// `home.mustache`.
struct HomeView: PageView {
  static let page = TemplatePage.home

  let site: SiteView
  let box: BoxView
  let examples: [ExampleView]
  let areas: [HomeAreaView]
  /// Those that were worked on last.
  let newest: [EntryLinkView]
  let count: String

  static let names = TemplateNames<HomeView>(
    .names(of: \.site),
    .names(of: \.box),
    .flag("hasExamples") { !$0.examples.isEmpty },
    .views("examples", \.examples),
    .flag("hasAreas") { !$0.areas.isEmpty },
    .views("areas", \.areas),
    .views("newest", \.newest),
    .text("count", \.count))
}

/// The box that decodes what is pasted into it: where its parts are, relative to the site's root.
struct BoxView: TemplateView {
  let module: String
  let worker: String
  /// The folder of the index in parts.
  let index: String
  /// The form for a new entry, to which the text of its file is appended; nil without a repository.
  let proposal: String?
  /// The form for a report of a wrong answer, to which its title and text are appended; nil without a repository.
  let report: String?

  static let names = TemplateNames<BoxView>(
    .text("boxModule", \.module),
    .text("boxWorker", \.worker),
    .text("boxIndex", \.index),
    .text("boxProposal", \.proposal),
    .text("boxReport", \.report))
}

/// A real error to try the box with.
struct ExampleView: TemplateView {
  let title: String
  let text: String

  static let names = TemplateNames<ExampleView>(
    .text("exampleTitle", \.title),
    .text("exampleText", \.text))
}

/// An area on the home page.
struct HomeAreaView: TemplateView {
  let link: GroupLinkView
  let summary: String

  static let names = TemplateNames<HomeAreaView>(
    .names(of: \.link),
    .text("areaSummary", \.summary))
}
