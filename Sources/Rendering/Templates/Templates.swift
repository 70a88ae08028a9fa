public import Cataloging

/// The templates and assets that give a site its look, read, checked and compiled.
public struct Templates: Sendable {
  static let suffix = ".mustache"
  static let assetFolder = "assets/"

  private let programs: [TemplatePage: TemplateProgram]
  /// Of each page's template and of all that it includes.
  private let digests: [TemplatePage: Digest]
  let assets: Assets

  /// Checks every template against what the pages can say in it, and compiles it.
  ///
  /// - Parameters:
  ///   - files: The templates, and the assets, which lie in `assets/`.
  ///   - builtIn: What stands wherever `files` has no file of that path.
  /// - Throws: `TemplateFailure` when a template is missing or says what no page has an answer to, when an asset that pages link
  ///   to is missing, or when `files` has one that no page uses.
  public init(_ files: [SourceFile], over builtIn: [SourceFile] = []) throws(TemplateFailure) {
    let own = Set(files.map(\.path))
    let all = (files + builtIn.filter { !own.contains($0.path) }).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var reader = TemplateReading(all)
    reader.check(own: own)
    guard reader.findings.isEmpty else { throw TemplateFailure(findings: reader.findings.sorted { $0.place < $1.place }) }
    programs = reader.programs
    digests = reader.digests
    assets = Assets(all.filter { $0.path.hasPrefix(Self.assetFolder) })
  }

  /// Fills the template of a page.
  func prepare<View: PageView>(_ view: View) -> PreparedFile {
    var digester = Digester()
    if let template = digests[View.page] { digester.add(template) }
    digester.add(view.digest)
    // `init` has seen to it that every page has a template.
    return PreparedFile(key: digester.digest) { programs[View.page]?.bytes(of: view) ?? [] }
  }
}

/// Reads templates and gathers what is wrong with them.
private struct TemplateReading {
  private let files: [SourceFile]
  private var nodes: [String: [TemplateNode]] = [:]
  private var preformatted: Set<String> = []
  private(set) var findings: [Finding] = []
  private(set) var digests: [TemplatePage: Digest] = [:]

  init(_ files: [SourceFile]) {
    self.files = files
    for file in files where file.path.hasSuffix(Templates.suffix) { read(file) }
  }

  private mutating func read(_ file: SourceFile) {
    let name = String(file.path.dropLast(Templates.suffix.count))
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      nodes[name] = []
      return add("not-utf8", Place(path: file.path, line: 1, column: 1), "this file is not UTF-8", hint: "save it as UTF-8")
    }
    let parsed = TemplateParser.parse(text, path: file.path)
    nodes[name] = parsed.nodes
    findings += parsed.findings
    if ["<pre", "<textarea"].contains(where: { text.lowercased().contains($0) }) { preformatted.insert(name) }
  }

  /// - Precondition: Nothing was found.
  var programs: [TemplatePage: TemplateProgram] {
    let compiler = TemplateCompiler(templates: nodes)
    return Dictionary(uniqueKeysWithValues: TemplatePage.allCases.map { ($0, compiler.program(for: $0.scope, template: $0.rawValue)) })
  }

  /// - Parameter own: The paths of the files that must be of use.
  mutating func check(own: Set<String>) {
    var checker = TemplateChecker(templates: nodes, preformatted: preformatted)
    let texts = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    for page in TemplatePage.allCases {
      var digester = Digester()
      for name in checker.check(page).sorted() {
        digester.add(name)
        digester.add(texts[name + Templates.suffix] ?? [])
      }
      digests[page] = digester.digest
    }
    findings += checker.findings
    let paths = Set(files.map(\.path))
    let pages = TemplatePage.allCases.map(\.path)
    for path in (pages + Assets.linked + [Assets.serviceWorker]).sorted() where !paths.contains(path) {
      add("missing-template", Place(path: path, line: 1, column: 1), "there is no such file", hint: "add it: every site needs it")
    }
    for path in own.sorted() where !path.hasPrefix(Templates.assetFolder) {
      let name = path.hasSuffix(Templates.suffix) ? String(path.dropLast(Templates.suffix.count)) : nil
      if let name, checker.isUsed(name) { continue }
      let known = pages + paths.subtracting(own).filter { !$0.hasPrefix(Templates.assetFolder) }.sorted()
      let sameName = known.first { $0.split(separator: "/").last == path.split(separator: "/").last }
      let nearest = (sameName ?? Suggestion.nearest(to: path, among: known)).map { "did you mean \($0)?" }
      add(
        "unused-template", Place(path: path, line: 1, column: 1), "no page uses this file",
        hint: nearest ?? "include it somewhere, move it to assets/, or delete it")
    }
  }

  private mutating func add(_ rule: String, _ place: Place, _ message: String, hint: String) {
    findings.append(Finding(rule: rule, place: place, message: message, hint: hint))
  }
}
