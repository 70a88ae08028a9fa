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
    for node in nodes {
      switch node.kind {
      case .text: checkText(node, sight)
      case .html: checkHTML(node, sight)
      case .section(let isInverted, let nodes): checkSection(node, isInverted: isInverted, nodes, sight)
      case .partial(let isIndented): checkPartial(node, isIndented: isIndented, sight)
      }
    }
  }

  // MARK: Tags

  private mutating func checkText(_ node: TemplateNode, _ sight: Sight) {
    switch known(node, sight) {
    case .html: add("unescaped-html", node, "'\(node.name)' is HTML, which {{ }} would escape", hint: "write {{{\(node.name)}}}")
    case .flag, .texts, .views: addSection(node)
    case .text, nil: break
    }
  }

  private mutating func checkHTML(_ node: TemplateNode, _ sight: Sight) {
    switch known(node, sight) {
    case .text: add("raw-text", node, "'\(node.name)' is text, which {{{ }}} would not escape", hint: "write {{\(node.name)}}")
    case .flag, .texts, .views: addSection(node)
    case .html, nil: break
    }
  }

  private mutating func addSection(_ node: TemplateNode) {
    add(
      "not-a-value", node, "'\(node.name)' is a section and has no text of its own",
      hint: "write {{#\(node.name)}} … {{/\(node.name)}}")
  }

  private mutating func checkSection(_ node: TemplateNode, isInverted: Bool, _ nodes: [TemplateNode], _ sight: Sight) {
    var inner = sight
    switch known(node, sight) {
    case let kind? where isInverted:
      if case .flag = kind { break }
      inner.dot = nil
    case .flag: break
    case .text, .texts: inner.dot = .text
    case .html: inner.dot = .html
    case .views(let scope):
      inner.scopes.insert(scope, at: 0)
      inner.dot = nil
    case nil: inner.isUnknown = true
    }
    check(nodes, inner)
  }

  /// The kind of the tag's name; nil when it is not known, which is found here.
  private mutating func known(_ node: TemplateNode, _ sight: Sight) -> TemplateScope.Kind? {
    if let kind = sight.kind(of: node.name) { return kind }
    guard !sight.isUnknown else { return nil }
    if node.name == "." {
      add("unknown-name", node, "'.' stands for nothing here", hint: "use it in a section of a text or of a list of texts")
    } else {
      let names = Set(sight.scopes.flatMap(\.names.keys))
      let nearest = Suggestion.nearest(to: node.name, among: names.sorted()).map { "did you mean '\($0)'?" }
      let list = (sight.scopes.first?.names.keys.sorted() ?? []).joined(separator: ", ")
      let inclusion = sight.inclusion.map { ", where \($0.path):\($0.line) includes this" } ?? ""
      add("unknown-name", node, "there is no '\(node.name)' here\(inclusion)", hint: nearest ?? "the names here are \(list)")
    }
    return nil
  }

  // MARK: Partials

  private mutating func checkPartial(_ node: TemplateNode, isIndented: Bool, _ sight: Sight) {
    guard let nodes = templates[node.name] else {
      let nearest = Suggestion.nearest(to: node.name, among: templates.keys.sorted()).map { "did you mean '\($0)'?" }
      return add(
        "unknown-partial", node, "there is no \(node.name)\(Templates.suffix)",
        hint: nearest ?? "add that file, or take the tag out")
    }
    usedByPage.insert(node.name)
    guard !sight.partials.contains(node.name) else {
      return add("endless-partial", node, "\(node.name) includes itself without end", hint: "take this tag out")
    }
    if isIndented, isPreformatted(node.name) {
      add(
        "indented-partial", node, "this tag is indented, and so would be the lines of the <pre> in \(node.name)",
        hint: "move the tag to the start of its line")
    }
    var inner = sight
    inner.partials.append(node.name)
    inner.inclusion = node.place
    check(nodes, inner)
  }

  /// Whether a template, or one that it includes, holds text that indentation would change.
  private func isPreformatted(_ name: String, seen: Set<String> = []) -> Bool {
    guard !seen.contains(name) else { return false }
    return preformatted.contains(name)
      || Self.partials(in: templates[name] ?? []).contains { isPreformatted($0, seen: seen.union([name])) }
  }

  private static func partials(in nodes: [TemplateNode]) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node.kind {
      case .text, .html: []
      case .section(_, let nodes): partials(in: nodes)
      case .partial: [node.name]
      }
    }
  }

  /// A partial is walked once for each way to it; what is wrong with it is said once.
  private mutating func add(_ rule: String, _ node: TemplateNode, _ message: String, hint: String) {
    guard found.insert(Found(place: node.place, rule: rule)).inserted else { return }
    findings.append(Finding(rule: rule, place: node.place, message: message, hint: hint))
  }
}
