import Mustache

/// What a template is filled with. `names` both declares what a template may say and answers it, so that the two cannot differ.
protocol TemplateView: MustacheParent, Sendable {
  static var names: TemplateNames<Self> { get }
}

extension TemplateView {
  func child(named name: String) -> Any? { Self.names.answer(to: name, in: self) }
}

/// What a whole page is filled with.
protocol PageView: TemplateView {
  static var page: TemplatePage { get }
}

/// The names of a view: what templates are checked against, and where their values come from.
struct TemplateNames<View>: Sendable {
  /// Without the answers, for the check.
  let scope: TemplateScope
  private let answers: [String: @Sendable (View) -> Any?]

  init(_ names: TemplateName<View>...) {
    scope = TemplateScope(names: Dictionary(names.flatMap(\.kinds)) { first, _ in first })
    answers = Dictionary(names.flatMap(\.answers)) { first, _ in first }
  }

  /// - Returns: nil for a name that is not declared, or has no value in this view.
  func answer(to name: String, in view: View) -> Any? { answers[name]?(view) }
}

/// One name of a view with its kind and its value, or all names of a view that is part of it.
struct TemplateName<View>: Sendable {
  fileprivate let kinds: [(String, TemplateScope.Kind)]
  fileprivate let answers: [(String, @Sendable (View) -> Any?)]

  private init(_ name: String, _ kind: TemplateScope.Kind, _ answer: @escaping @Sendable (View) -> Any?) {
    kinds = [(name, kind)]
    answers = [(name, answer)]
  }

  /// Plain text, which the template escapes: `{{name}}`; where it can be missing, a section.
  static func text(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    Self(name, .text) { view in value(view) }
  }

  /// HTML of our own making: `{{{name}}}`.
  static func html(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    Self(name, .html) { view in value(view) }
  }

  /// A section that is there or not.
  static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
    Self(name, .flag) { view in value(view) }
  }

  /// A section for each text, which is `{{.}}` in it.
  static func texts(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Self {
    Self(name, .texts) { view in value(view) }
  }

  /// A section with the names of another view.
  static func view<Inner: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> Inner?) -> Self {
    Self(name, .views(Inner.names.scope)) { view in value(view) }
  }

  /// A section for each of other views.
  static func views<Inner: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> [Inner]) -> Self {
    Self(name, .views(Inner.names.scope)) { view in value(view) }
  }

  /// The names of a view that is part of this one, as if they were its own.
  static func names<Inner: TemplateView>(of value: @escaping @Sendable (View) -> Inner) -> Self {
    let kinds = Inner.names.scope.names.map { ($0.key, $0.value) }
    return Self(
      kinds: kinds, answers: kinds.map { name, _ in (name, { view in Inner.names.answer(to: name, in: value(view)) }) })
  }

  private init(kinds: [(String, TemplateScope.Kind)], answers: [(String, @Sendable (View) -> Any?)]) {
    self.kinds = kinds
    self.answers = answers
  }
}

/// The names that a template may say in one place.
struct TemplateScope: Sendable {
  indirect enum Kind: Sendable {
    case text, html, flag, texts
    case views(TemplateScope)
  }

  let names: [String: Kind]
}
