import Building
import Cataloging
import Decoding
import Linting
import Previewing
import Rendering

/// Makes the site of what lies on the disk, again and again, and does again only what a change asks for.
struct PreviewBuild {
  let content: String
  let templates: String?

  /// What came of a look at the disk.
  struct Outcome {
    /// The paths that changed; empty at the first time.
    let changed: [String]
    /// Nil when there is nothing good to be shown.
    let site: PreviewSite?
    let findings: PreviewFindings
    /// The same for the terminal; made when all who look at the site have been told of it.
    let text: () -> String
    /// What samples can be tried on; nil when something cannot even be read. Made when it is first asked for.
    let material: Lazy<Material>?
    let sources: [SourceFile]
    let index: SearchIndex?
  }

  private var contents: FolderContents?
  private var own: FolderContents?
  private var read: ReadContent?
  private var madeTemplates: Result<Templates, TemplateFailure>?
  private var plan: SitePlan?
  private var indexed: [Digest: IndexedEntry] = [:]

  init(content: String, templates: String?) {
    (self.content, self.templates) = (content, templates)
  }

  /// All folders that are to be watched.
  var folders: [String] { (contents?.folders ?? [content]) + (own?.folders ?? templates.map { [$0] } ?? []) }

  /// Looks at the disk, and makes what can be made of it.
  ///
  /// - Returns: nil when nothing has changed.
  /// - Throws: when something cannot be read now; what was made before stays.
  mutating func refresh() throws(DiskFailure) -> Outcome? {
    let contents = try FolderContents(content, reusing: contents, perform: Cores.performer)
    let own = try templates.map { (folder) throws(DiskFailure) in
      try FolderContents(folder, reusing: self.own, perform: Cores.performer)
    }
    var changed = contents.changes(since: self.contents).map { content.asFolder + $0 }
    let ownChanged = own?.changes(since: self.own) ?? []
    changed += ownChanged.map { (self.templates ?? "").asFolder + $0 }
    let isFirst = self.contents == nil
    guard isFirst || !changed.isEmpty else {
      (self.contents, self.own) = (contents, own)
      return nil
    }
    let templates: Result<Templates, TemplateFailure>
    if let madeTemplates, ownChanged.isEmpty {
      templates = madeTemplates
    } else {
      templates = Result { () throws(TemplateFailure) in try Templates(own?.files ?? [], over: TemplateLoader.builtIn) }
    }
    (self.contents, self.own, madeTemplates) = (contents, own, templates)
    let read: ReadContent
    if let known = self.read, changed.count == ownChanged.count {
      read = known
    } else {
      read = ReadContent(contents.files, reusing: self.read, perform: Cores.performer)
    }
    self.read = read
    return outcome(of: read, templates, changed: isFirst ? [] : changed)
  }

  private mutating func outcome(
    of read: ReadContent, _ templates: Result<Templates, TemplateFailure>, changed: [String]
  ) -> Outcome {
    let (prefix, ownPrefix) = (content.asFolder, (self.templates ?? "").asFolder)
    let text = { FindingReporter.text(read.findings, sources: read.files, prefix: prefix) }
    guard case .success(let templates) = templates else {
      guard case .failure(let failure) = templates else { preconditionFailure("a result is one or the other") }
      let sources = own?.files ?? []
      let findings = PreviewFindings(
        findings: failure.findings, prefix: ownPrefix, trouble: "The templates have errors: this is the last good site")
      return Outcome(
        changed: changed, site: nil, findings: findings,
        text: { text() + TemplateLoader.text(of: failure, own: sources, in: ownPrefix) }, material: nil, sources: sources, index: nil)
    }
    guard let catalog = read.catalog else {
      let findings = PreviewFindings(
        findings: read.findings, prefix: prefix, trouble: "The content has errors: this is the last good site")
      return Outcome(changed: changed, site: nil, findings: findings, text: text, material: nil, sources: read.files, index: nil)
    }
    let index = IndexBuilder.index(of: catalog, reusing: indexed, perform: Cores.performer)
    indexed = Dictionary(zip(catalog.published.map(\.digest), index.entries)) { first, _ in first }
    let renderer = SiteRenderer(templates: templates, perform: Cores.performer)
    let material = Lazy { Material(read, today: Today.text) }
    let accuracy: @Sendable () -> Accuracy = { (try? Accuracy(of: material.value)) ?? Accuracy(areas: [], healthyLines: 0) }
    let plan = renderer.plan(catalog, index: index, accuracy: accuracy, reusing: plan)
    self.plan = plan
    let site = PreviewSite(address: index.site.url) { path in SitePlanner.previewed(path, of: plan, index: index) }
    let findings = PreviewFindings(findings: read.findings, prefix: prefix, isPending: true)
    return Outcome(
      changed: changed, site: site, findings: findings, text: text, material: material, sources: read.files, index: index)
  }
}
