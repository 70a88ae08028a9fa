/// The kinds of pages a site has, each with a template of its own.
enum TemplatePage: String, CaseIterable {
  case accuracy
  case area
  case condition
  case entry
  case errors
  case home
  case notFound = "not-found"
  case offline
  case redirect

  /// The template's file, relative to the folder of templates.
  var path: String { rawValue + Templates.suffix }

  /// What its template may say.
  var scope: TemplateScope {
    switch self {
    case .accuracy: AccuracyView.names.scope
    case .area: AreaView.names.scope
    case .condition: ConditionView.names.scope
    case .entry: EntryView.names.scope
    case .errors: ErrorsView.names.scope
    case .home: HomeView.names.scope
    case .notFound: NotFoundView.names.scope
    case .offline: OfflineView.names.scope
    case .redirect: RedirectView.names.scope
    }
  }
}
