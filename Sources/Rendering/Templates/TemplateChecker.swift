import Cataloging

/// Walks templates as the pages will, section by section and through their partials, and finds what would be left out in silence.
struct TemplateChecker {
  /// What the tags of one place can see.
  private struct Sight {
    /// Innermost first.
    var scopes: [TemplateScope]
    /// What `{{.}}` stands for; nil where it stands for nothing.
    var dot: TemplateScope.Kind?
    /// Whether a section around is unknown, so that anything may be meant.
    var isUnknown = false
    /// The templates on the way here, the page's first.
    var partials: [String] = []
    /// Which tag includes the partial that is walked; nil in the page's own template.
    var inclusion: Place?

    func kind(of name: String) -> TemplateScope.Kind? { name == "." ? dot : scopes.lazy.compactMap { $0.names[name] }.first }
  }

  /// By path without its suffix.
  private let templates: [String: [TemplateNode]]
  /// The partials in whose text indentation would show.
  private let preformatted: Set<String>
  private var found: Set<Found> = []
  private var used: Set<String> = []
  private var usedByPage: Set<String> = []

  private struct Found: Hashable {
    let place: Place
    let rule: String
  }

  private(set) var findings: [Finding] = []

  /// - Parameter preformatted: The templates that hold a `<pre>` or a `<textarea>`.
  init(templates: [String: [TemplateNode]], preformatted: Set<String>) {
    self.templates = templates
    self.preformatted = preformatted
  }

  /// Checks a page's template, and the partials it includes as it includes them.
  ///
  /// - Returns: the names of those that it is made of.
  mutating func check(_ page: TemplatePage) -> Set<String> {
    guard let nodes = templates[page.rawValue] else { return [] }
    usedByPage = [page.rawValue]
    check(nodes, Sight(scopes: [page.scope], partials: [page.rawValue]))
    used.formUnion(usedByPage)
    return usedByPage
  }

  /// Whether a page that was checked uses the template.
  func isUsed(_ name: String) -> Bool { used.contains(name) }

  private mutating func check(_ nodes: [TemplateNode], _ sight: Sight) {
    for case .tag(let tag) in nodes {
      switch tag.kind {
      case .text: checkText(tag, sight)
      case .html: checkHTML(tag, sight)
      case .section(let isInverted, let nodes): checkSection(tag, isInverted: isInverted, nodes, sight)
      case .partial(let indentation): checkPartial(tag, isIndented: !indentation.isEmpty, sight)
      }
    }
  }

  // MARK: Tags

  private mutating func checkText(_ tag: TemplateTag, _ sight: Sight) {
    switch known(tag, sight) {
    case .html: add("unescaped-html", tag, "'\(tag.name)' is HTML, which {{ }} would escape", hint: "write {{{\(tag.name)}}}")
    case .flag, .texts, .views: addSection(tag)
    case .text, nil: break
    }
  }

  private mutating func checkHTML(_ tag: TemplateTag, _ sight: Sight) {
    switch known(tag, sight) {
    case .text: add("raw-text", tag, "'\(tag.name)' is text, which {{{ }}} would not escape", hint: "write {{\(tag.name)}}")
    case .flag, .texts, .views: addSection(tag)
    case .html, nil: break
    }
  }

  private mutating func addSection(_ tag: TemplateTag) {
    add(
      "not-a-value", tag, "'\(tag.name)' is a section and has no text of its own",
      hint: "write {{#\(tag.name)}} … {{/\(tag.name)}}")
  }

  private mutating func checkSection(_ tag: TemplateTag, isInverted: Bool, _ nodes: [TemplateNode], _ sight: Sight) {
    var inner = sight
    switch known(tag, sight) {
    case let kind? where isInverted:
      if case .flag = kind { break }
      inner.dot = nil
    case .flag: break
    case .text, .texts: inner.dot = .text(\.text)
    case .html: inner.dot = .html(\.html)
    case .views(let scope, _, _):
      inner.scopes.insert(scope, at: 0)
      inner.dot = nil
    case nil: inner.isUnknown = true
    }
    check(nodes, inner)
  }

  /// The kind of the tag's name; nil when it is not known, which is found here.
  private mutating func known(_ tag: TemplateTag, _ sight: Sight) -> TemplateScope.Kind? {
    if let kind = sight.kind(of: tag.name) { return kind }
    guard !sight.isUnknown else { return nil }
    if tag.name == "." {
      add("unknown-name", tag, "'.' stands for nothing here", hint: "use it in a section of a text or of a list of texts")
    } else {
      let names = Set(sight.scopes.flatMap(\.names.keys))
      let nearest = Suggestion.nearest(to: tag.name, among: names.sorted()).map { "did you mean '\($0)'?" }
      let list = (sight.scopes.first?.names.keys.sorted() ?? []).joined(separator: ", ")
      let inclusion = sight.inclusion.map { ", where \($0.path):\($0.line) includes this" } ?? ""
      add("unknown-name", tag, "there is no '\(tag.name)' here\(inclusion)", hint: nearest ?? "the names here are \(list)")
    }
    return nil
  }

  // MARK: Partials

  private mutating func checkPartial(_ tag: TemplateTag, isIndented: Bool, _ sight: Sight) {
    guard let nodes = templates[tag.name] else {
      let nearest = Suggestion.nearest(to: tag.name, among: templates.keys.sorted()).map { "did you mean '\($0)'?" }
      return add(
        "unknown-partial", tag, "there is no \(tag.name)\(Templates.suffix)",
        hint: nearest ?? "add that file, or take the tag out")
    }
    usedByPage.insert(tag.name)
    guard !sight.partials.contains(tag.name) else {
      return add("endless-partial", tag, "\(tag.name) includes itself without end", hint: "take this tag out")
    }
    if isIndented, isPreformatted(tag.name) {
      add(
        "indented-partial", tag, "this tag is indented, and so would be the lines of the <pre> in \(tag.name)",
        hint: "move the tag to the start of its line")
    }
    var inner = sight
    inner.partials.append(tag.name)
    inner.inclusion = tag.place
    check(nodes, inner)
  }

  /// Whether a template, or one that it includes, holds text that indentation would change.
  private func isPreformatted(_ name: String, seen: Set<String> = []) -> Bool {
    guard !seen.contains(name) else { return false }
    return preformatted.contains(name)
      || Self.partials(in: templates[name] ?? []).contains { isPreformatted($0, seen: seen.union([name])) }
  }

  private static func partials(in nodes: [TemplateNode]) -> [String] {
    TemplateNode.tags(in: nodes).filter { if case .partial = $0.kind { true } else { false } }.map(\.name)
  }

  /// A partial is walked once for each way to it; what is wrong with it is said once.
  private mutating func add(_ rule: String, _ tag: TemplateTag, _ message: String, hint: String) {
    guard found.insert(Found(place: tag.place, rule: rule)).inserted else { return }
    findings.append(Finding(rule: rule, place: tag.place, message: message, hint: hint))
  }
}
