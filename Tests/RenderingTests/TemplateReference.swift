import Cataloging
import Decoding

@testable import Rendering

/// The page that tells owners what their templates may say: made of the views' own names, with what the fixture's pages put there.
struct TemplateReference {
  /// Names are added within a version. When one goes, moves or becomes something else, this number grows.
  static let version = 1

  private var lines: [String] = []
  /// Scopes that have been listed, by their names: where.
  private var listed: [Set<String>: String] = [:]
  /// The views of the fixture's pages, by their scopes' names; each with its parts.
  private var views: [Set<String>: [[TemplateFrame]]] = [:]

  /// The whole page.
  static func text() throws -> String {
    var reference = TemplateReference()
    let pages = try pages()
    for page in pages { reference.collect(page.frame, page.page.scope) }
    let common = SiteView.names.scope
    reference.add("## Every page", common, of: pages.map { [$0.site] }, except: [])
    for page in TemplatePage.allCases {
      let views = pages.filter { $0.page == page }.map { page.scope.frames(of: $0.frame) }
      reference.add("## \(page.path)", page.scope, of: views, except: Set(common.names.keys))
    }
    return introduction + reference.lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a page that name something, without their examples.
  static func names(in text: String) -> Set<String> {
    var heading = ""
    var names: Set<String> = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { heading = String(line) }
      if line.drop(while: { $0 == " " }).hasPrefix("- ") {
        names.insert(heading + (line.split(separator: ", such as ", maxSplits: 1).first ?? line[...]))
      }
    }
    return names
  }

  private mutating func add(_ heading: String, _ scope: TemplateScope, of views: [[TemplateFrame]], except: Set<String>) {
    lines += ["", heading, ""]
    list(scope, of: views, except: except, indentation: "")
  }

  private mutating func list(_ scope: TemplateScope, of views: [[TemplateFrame]], except: Set<String>, indentation: String) {
    for (name, kind) in scope.names.sorted(by: { $0.key < $1.key }) where !except.contains(name) {
      let frames = views.map { $0[scope.depths[name] ?? 0] }
      let example = frames.lazy.flatMap(kind.texts).first { !$0.isEmpty }
      let suffix = example.map { ", such as `\(Self.short($0))`" } ?? ""
      switch kind {
      case .text: lines.append("\(indentation)- `{{\(name)}}`: text\(suffix)")
      case .html: lines.append("\(indentation)- `{{{\(name)}}}`: HTML\(suffix)")
      case .flag: lines.append("\(indentation)- `{{#\(name)}}`: yes or no")
      case .texts: lines.append("\(indentation)- `{{#\(name)}}`: texts, each `{{.}}`\(suffix)")
      case .views(let inner, let isList, _):
        let known = listed[Set(inner.names.keys)]
        lines.append("\(indentation)- `{{#\(name)}}`: \(isList ? "each" : "one")\(known.map { ", as in `{{#\($0)}}`" } ?? "")")
        if known == nil {
          listed[Set(inner.names.keys)] = name
          list(inner, of: self.views[Set(inner.names.keys)] ?? [], except: [], indentation: indentation + "  ")
        }
      }
    }
  }

  private mutating func collect(_ view: TemplateFrame, _ scope: TemplateScope) {
    let frames = scope.frames(of: view)
    views[Set(scope.names.keys), default: []].append(frames)
    for (name, kind) in scope.names.sorted(by: { $0.key < $1.key }) {
      guard case .views(let inner, _, let views) = kind else { continue }
      for child in views(frames[scope.depths[name] ?? 0]) { collect(child, inner) }
    }
  }

  /// The beginning of a value, on one line, without the hashes in the names of assets.
  private static func short(_ text: String) -> String {
    let line = text.split { $0.isNewline }.joined(separator: " ")
    let stable = line.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.utf8.count == 16 && part.allSatisfy(\.isHexDigit) ? "HASH" : String(part)
    }.joined(separator: ".")
    return stable.count > 60 ? stable.prefix(60) + "…" : stable
  }

  /// A view of each page of the fixture.
  private static func pages() throws -> [Page] {
    let (catalog, _) = Catalog.build(files: Fixture.content())
    guard let catalog else { return [] }
    let index = IndexBuilder.index(of: catalog)
    let indexed = Dictionary(index.entries.map { ($0.slug, $0) }) { first, _ in first }
    let published = catalog.published.compactMap { entry in indexed[entry.slug.text].map { PublishedEntry(entry, indexed: $0) } }
    let assets = try Templates(Fixture.templates()).assets.placed(style: catalog.site.style)
    let pages = SitePages(
      catalog: catalog,
      frame: SiteFrame(settings: catalog.site, indexed: index.site, assets: assets, pageIndex: { PageIndex(index).folder }),
      links: EntryLinks(catalog, published: published))
    let groups =
      pages.links.areas.flatMap { pages.area($0.grouping, entries: $0.entries).map { Page($0.view(), \.site) } }
      + pages.links.conditions.flatMap { pages.condition($0.grouping, entries: $0.entries).map { Page($0.view(), \.site) } }
    let moves = published.prefix(1).map { Page(pages.redirect(from: $0.entry.slug, to: $0), \.site) }
    let others = [
      Page(pages.home, \.site), Page(pages.accuracy(Fixture.accuracy), \.site), Page(pages.notFound, \.site), Page(pages.offline, \.site),
    ]
    return others + pages.errors.map { Page($0.view(), \.site) } + groups + published.map { Page(pages.entry($0), \.site) } + moves
  }

  private struct Page {
    let page: TemplatePage
    let frame: TemplateFrame
    let site: TemplateFrame

    init<View: PageView>(_ view: View, _ site: KeyPath<View, SiteView>) {
      (page, frame, self.site) = (View.page, ViewFrame(view), ViewFrame(view[keyPath: site]))
    }
  }

  private static let introduction = """
    # What templates may say

    Version \(version). Made from the views by `RECORD_GOLDENS=1 swift test --filter TemplateReferenceTests`: do not edit.

    `decode-site build --templates DIR` takes each file of `DIR` in place of the built-in one of the same path: a page's template
    (`entry.mustache`), a part of several (`partials/header.mustache`) or an asset (`assets/site.css`, `assets/icon.svg`, `assets/share.png`,
    the picture of 1200 × 630 that links to the site are shown with elsewhere). Colours, fonts and widths alone need no templates: `style` in
    `site.yml` sets them.

    Of mustache there are `{{name}}` for text, which is escaped; `{{{name}}}` for HTML, which stands between tags and never in an attribute;
    `{{#name}} … {{/name}}` for a section that is there when its name has a value, once for each of several; `{{^name}} … {{/name}}` for one that
    is there when it has none; `{{>partials/name}}` and `{{! remark }}`. In a section stand the names of its own and those around it. A name that a
    page does not know is found by `build` with its place.

    Within a version names are only added. When one goes or becomes something else, the version grows.

    """
}

extension TemplateScope {
  fileprivate func frames(of view: TemplateFrame) -> [TemplateFrame] {
    var frames: [TemplateFrame] = []
    append(view, to: &frames)
    return frames
  }
}

extension TemplateScope.Kind {
  /// What the name stands for in a view, where that is text.
  fileprivate func texts(in frame: TemplateFrame) -> [String] {
    switch self {
    case .text(let value): [value(frame)].compactMap(\.self)
    case .html(let value): [value(frame)?.text].compactMap(\.self)
    case .texts(let values): values(frame)
    case .flag, .views: []
    }
  }
}
