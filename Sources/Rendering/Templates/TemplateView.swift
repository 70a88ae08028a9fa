import Cataloging

/// What a template is filled with. `names` both declares what a template may say and answers it, so that the two cannot differ.
protocol TemplateView: Sendable {
  static var names: TemplateNames<Self> { get }
}

extension TemplateView {
  /// Of all that a template can say of this view: what the digest leaves out, no page can show.
  var digest: Digest {
    var values = DigestedValues()
    Self.names.add(self, to: &values)
    return values.digest
  }
}

/// What a whole page is filled with.
protocol PageView: TemplateView {
  static var page: TemplatePage { get }
}

/// The names of a view: what templates are checked against, and where their values come from.
struct TemplateNames<View>: Sendable {
  let scope: TemplateScope
  private let digests: [@Sendable (View, inout DigestedValues) -> Void]

  init(_ names: TemplateName<View>...) {
    let parts = names.compactMap(\.part)
    var kinds: [String: TemplateScope.Kind] = [:]
    var depths: [String: Int] = [:]
    for case .own(let name, let kind) in names.map(\.source) { (kinds[name], depths[name]) = (kind, 0) }
    for (number, part) in parts.enumerated() {
      precondition(part.scope.parts.isEmpty, "a part of a view has no parts")
      for (name, kind) in part.scope.names { (kinds[name], depths[name]) = (kind, number + 1) }
    }
    scope = TemplateScope(names: kinds, depths: depths, parts: parts.map(\.frame))
    digests = names.map(\.digest)
  }

  func add(_ view: View, to values: inout DigestedValues) {
    for digest in digests { digest(view, &values) }
  }
}

/// One name of a view with its kind and its value, or all names of a view that is part of it.
struct TemplateName<View>: Sendable {
  fileprivate typealias Part = (scope: TemplateScope, frame: @Sendable (TemplateFrame) -> TemplateFrame)

  fileprivate enum Source: Sendable {
    case own(String, TemplateScope.Kind)
    case part(TemplateScope, @Sendable (TemplateFrame) -> TemplateFrame)
  }

  fileprivate let source: Source
  fileprivate let digest: @Sendable (View, inout DigestedValues) -> Void

  fileprivate var part: Part? {
    if case .part(let scope, let frame) = source { (scope, frame) } else { nil }
  }

  /// Plain text, which the template escapes: `{{name}}`; where it can be missing, a section.
  static func text(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    Self(source: .own(name, .text { value($0.view()) })) { view, values in values.add(value(view)) }
  }

  /// HTML of our own making: `{{{name}}}`.
  static func html(_ name: String, _ value: @escaping @Sendable (View) -> HTML?) -> Self {
    Self(source: .own(name, .html { value($0.view()) })) { view, values in values.add(value(view)) }
  }

  /// A section that is there or not.
  static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
    Self(source: .own(name, .flag { value($0.view()) })) { view, values in values.add(value(view)) }
  }

  /// A section for each text, which is `{{.}}` in it.
  static func texts(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Self {
    Self(source: .own(name, .texts { value($0.view()) })) { view, values in
      let texts = value(view)
      values.add(count: texts.count)
      for text in texts { values.add(text) }
    }
  }

  /// A section with the names of another view.
  static func view<Inner: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> Inner?) -> Self {
    let kind = TemplateScope.Kind.views(Inner.names.scope, isList: false) { frame in value(frame.view()).map { [ViewFrame($0)] } ?? [] }
    return Self(source: .own(name, kind)) { view, values in
      let inner = value(view)
      values.add(inner != nil)
      if let inner { Inner.names.add(inner, to: &values) }
    }
  }

  /// A section for each of other views.
  static func views<Inner: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> [Inner]) -> Self {
    let kind = TemplateScope.Kind.views(Inner.names.scope, isList: true) { frame in value(frame.view()).map { ViewFrame($0) } }
    return Self(source: .own(name, kind)) { view, values in
      let all = value(view)
      values.add(count: all.count)
      for inner in all { Inner.names.add(inner, to: &values) }
    }
  }

  /// The names of a view that is part of this one, as if they were its own.
  static func names<Inner: TemplateView>(of value: @escaping @Sendable (View) -> Inner) -> Self {
    Self(source: .part(Inner.names.scope) { ViewFrame(value($0.view())) }) { view, values in
      Inner.names.add(value(view), to: &values)
    }
  }
}

/// The names that a template may say in one place, and how their values are found in the view that is shown there.
struct TemplateScope: Sendable {
  enum Kind: Sendable {
    case text(@Sendable (TemplateFrame) -> String?)
    case html(@Sendable (TemplateFrame) -> HTML?)
    case flag(@Sendable (TemplateFrame) -> Bool)
    case texts(@Sendable (TemplateFrame) -> [String])
    case views(TemplateScope, isList: Bool, @Sendable (TemplateFrame) -> [TemplateFrame])
  }

  let names: [String: Kind]
  /// In which frame each name's value is found: 0 for the view's own, 1 for its first part's.
  let depths: [String: Int]
  /// The views that are part of the view.
  let parts: [@Sendable (TemplateFrame) -> TemplateFrame]

  /// How many frames a view has here.
  var frameCount: Int { 1 + parts.count }

  /// Puts the view's own and those of its parts behind others.
  func append(_ view: TemplateFrame, to frames: inout [TemplateFrame]) {
    frames.append(view)
    for part in parts { frames.append(part(view)) }
  }
}

/// A view while its section is written.
class TemplateFrame {
  /// - Precondition: The frame holds such a view: templates are compiled for the views that they are filled with.
  fileprivate func view<View>(as type: View.Type = View.self) -> View { unsafeDowncast(self, to: ViewFrame<View>.self).value }
}

extension TemplateFrame {
  /// Of a section whose value is a text.
  var text: String? { view(as: String.self) }

  /// Of a section whose value is HTML.
  var html: HTML? { view(as: HTML.self) }
}

final class ViewFrame<View>: TemplateFrame {
  fileprivate let value: View

  init(_ value: View) { self.value = value }
}
