import Cataloging
import Mustache

/// What a template is filled with. `names` both declares what a template may say and answers it, so that the two cannot differ.
protocol TemplateView: MustacheParent, Sendable {
  static var names: TemplateNames<Self> { get }
}

extension TemplateView {
  func child(named name: String) -> Any? { Self.names.answer(to: name, in: self) }

  /// Of all that a template can say of this view: what the digest leaves out, no page can show.
  var digest: Digest {
    var digester = Digester()
    add(to: &digester)
    return digester.digest
  }

  fileprivate func add(to digester: inout Digester) {
    for answer in Self.names.allAnswers {
      switch answer(self) {
      case nil: digester.add(0)
      case let text as String: digester.add(text)
      case let flag as Bool: digester.add(flag ? 2 : 1)
      case let texts as [String]:
        digester.add(texts.count)
        for text in texts { digester.add(text) }
      case let view as any TemplateView:
        digester.add(1)
        view.add(to: &digester)
      case let views as [any TemplateView]:
        digester.add(views.count)
        for view in views { view.add(to: &digester) }
      case let other?: preconditionFailure("no kind of a name has values like \(other)")
      }
    }
  }
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
  /// In the order of the names' declaration.
  fileprivate let allAnswers: [@Sendable (View) -> Any?]

  init(_ names: TemplateName<View>...) {
    scope = TemplateScope(names: Dictionary(names.flatMap(\.kinds)) { first, _ in first })
    answers = Dictionary(names.flatMap(\.answers)) { first, _ in first }
    allAnswers = names.flatMap(\.inOrder)
  }

  /// - Returns: nil for a name that is not declared, or has no value in this view.
  func answer(to name: String, in view: View) -> Any? { answers[name]?(view) }
}

/// One name of a view with its kind and its value, or all names of a view that is part of it.
struct TemplateName<View>: Sendable {
  fileprivate let kinds: [(String, TemplateScope.Kind)]
  fileprivate let answers: [(String, @Sendable (View) -> Any?)]
  /// The answers, those of a view that is part of this one as one: their names come in no order.
  fileprivate let inOrder: [@Sendable (View) -> Any?]

  private init(_ name: String, _ kind: TemplateScope.Kind, _ answer: @escaping @Sendable (View) -> Any?) {
    kinds = [(name, kind)]
    answers = [(name, answer)]
    inOrder = [answer]
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
      kinds: kinds, answers: kinds.map { name, _ in (name, { view in Inner.names.answer(to: name, in: value(view)) }) },
      inOrder: [{ view in value(view) }])
  }

  private init(
    kinds: [(String, TemplateScope.Kind)], answers: [(String, @Sendable (View) -> Any?)], inOrder: [@Sendable (View) -> Any?]
  ) {
    (self.kinds, self.answers, self.inOrder) = (kinds, answers, inOrder)
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
